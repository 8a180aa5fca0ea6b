"""Headers that tell the browser what no page of ours needs."""

from flask import Response

from server.api.running import running

POLICY = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(self), microphone=(self), payment=(), usb=()",
}


def protect(response: Response) -> Response:
    """Add what is missing; a file from the store brings a stricter policy of its own."""
    response.headers.setdefault("Content-Security-Policy", "; ".join(POLICY))
    for name, value in ALWAYS.items():
        response.headers.setdefault(name, value)
    if response.mimetype == "application/json":
        response.headers.setdefault("Cache-Control", "no-store")
    if running().settings.cookies_are_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response

"""What a check of a sealed report says, in both languages: on the public page and on the command line."""

from collections.abc import Mapping

from server.documents.words import is_chinese

WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("查报告", "Report check"),
    "unchanged": ("没有改动", "Unchanged"),
    "altered": ("改动过", "Altered"),
    "newer": ("有更新的一版", "A newer revision exists"),
    "unproven": ("证明不全", "Not fully proven"),
    "unchanged_says": (
        "这就是当时签字的内容，一个字节也没变。",
        "This is what was signed, byte for byte.",
    ),
    "unchanged_by": (
        "这就是{who}签字的内容，一个字节也没变。",
        "This is what {who} signed, byte for byte.",
    ),
    "newer_says": (
        "这是第 {n} 版，没有改动。后来又签了第 {newest} 版。",
        "This is revision {n}, unchanged. Revision {newest} was signed later.",
    ),
    "unproven_says": ("没有看到改动，但少了一项证明。", "No change was found, but a proof is missing."),
    "altered_says": ("这份报告和当时签字的不一样。", "This is not what was signed."),
    "what_failed": ("哪里不对", "What does not fit"),
    "document": (
        "存着的内容和封存时的指纹对不上。",
        "The stored content no longer has the fingerprint that it was sealed with.",
    ),
    "device_signature": ("这份内容不是那台设备签的。", "The technician’s device did not sign this content."),
    "countersignature": ("办公室服务器的加签不符。", "The office server’s own signature does not fit."),
    "chain": (
        "封存的链在这里断了：有一份被改过、去掉或插进来。",
        "The chain of seals is broken here: one was changed, removed or put in.",
    ),
    "books": ("账里没有这份封存，或和这份不同。", "The books hold another seal than this, or none."),
    "strokes": ("账里的签字和报告上的不同。", "The signature in the books is not the one on the report."),
    "revisions": ("这份报告少了一版。", "A revision of this report is missing."),
    "photos_altered": ("有 {n} 张照片和封存的不同，或已丢失。", "{n} photos are not what was sealed, or are lost."),
    "code": ("纸上的码和这份报告的不同。", "The code on the paper is not the code of this report."),
    "revision_gone": ("账里没有第 {n} 版。", "The books have no revision {n}."),
    "pdf": ("PDF 文件在服务器做好以后改过。", "The PDF was changed after the server had made it."),
    "pdf_unsigned": ("PDF 末尾没有服务器的签名。", "The PDF does not end with the server’s signature."),
    "missing_device_signature": (
        "没有登记那台设备的密钥，不能证明是它签的。",
        "The device’s key was never registered, so its signature proves nothing.",
    ),
    "missing_countersignature": (
        "服务器当时没有封存密钥，没有加签。",
        "The server had no seal key then and did not countersign.",
    ),
    "unknown_key": (
        "没有给出服务器的公钥，不知道是谁加签的。去办公室要公钥再查一次。",
        "No public key of the server was given, so nobody vouches for it. Ask the office for the key and check again.",
    ),
    "report": ("服务报告", "Service report"),
    "revision": ("第 {n} 版", "Revision {n}"),
    "newest": ("最新", "newest"),
    "see_newest": ("看第 {n} 版", "See revision {n}"),
    "sealed": ("已封存", "SEALED"),
    "same_code": ("和您纸上的码一样吗？", "Same code on your paper?"),
    "signed_at": ("在现场的设备上签字", "Signed on the technician’s device"),
    "received_at": ("办公室服务器收到并加签", "Received and countersigned by the office server"),
    "received_plain": ("办公室服务器收到", "Received by the office server"),
    "checked_at": ("刚刚查过", "Checked just now"),
    "photos_checked": ("{n} 张照片重新核对过", "{n} photos hashed anew"),
    "photos_waiting": ("{n} 张照片还没收到", "{n} photos not yet received"),
    "all_revisions": ("各版", "Revisions"),
    "proven": ("证明了什么", "What this proves"),
    "proves": (
        "签字以后，内容、签字笔画、照片和时间都没有变，办公室也改不了而不被看见。",
        "Since it was signed, nothing has changed: content, signature, photos, times. The office could not hide it.",
    ),
    "not_proven": ("没有证明什么", "What it does not prove"),
    "proves_not": (
        "谁拿的笔，设备的钟准不准。这不是法定电子签名。",
        "Who held the pen, or that the device’s clock was right. This is not a qualified electronic signature.",
    ),
    "content": ("签字时看到的内容", "What was seen when it was signed"),
    "content_hidden": (
        "扫纸上的码才看得到内容。这里只有编号和日期。",
        "Scan the code on the paper to see the content. Without it, only number and dates are shown.",
    ),
    "own_file": ("您手里有文件？", "Do you have the file?"),
    "own_file_says": (
        "放上报告的 PDF 或 JSON，也可以放原始照片，和封存的比一比。文件不会留下。",
        "Hand in the report’s PDF or JSON, or original photos, to compare them with what was sealed. Nothing is kept.",
    ),
    "report_file": ("报告（PDF 或 JSON）", "Report (PDF or JSON)"),
    "photo_files": ("原始照片", "Original photos"),
    "compare": ("比一比", "Compare"),
    "your_photos": ("您的照片", "Your photos"),
    "photo_same": ("{name}：和封存的一样", "{name}: as sealed"),
    "photo_other": ("{name}：不在这份报告里，或改动过", "{name}: not in this report, or altered"),
    "by_hand": ("输入封印上的 16 位码", "Type the 16 characters of the seal"),
    "by_hand_says": ("在红色封印里，四个一组。", "They stand in the red seal, in groups of four."),
    "look_up": ("查", "Check"),
    "no_such_code": (
        "没有这个码。再看一眼封印：16 位，只有数字和 A 到 F。",
        "No report has this code. Look at the seal again: 16 characters, digits and A to F.",
    ),
    "unknown": ("这里没有这份报告", "No such report here"),
    "unknown_says": (
        "这台服务器没有这个地址的封存报告。对照纸上的地址再输一次；如果您手里有 PDF，可以在下面查。",
        "This server has no sealed report at this address. Compare it with your paper, or check your PDF below.",
    ),
    "not_readable": ("这个文件查不了", "This file cannot be checked"),
    "not_readable_says": (
        "里面没有封存的报告。请用办公室发的原文件，不要用打印或转存的。",
        "No sealed report travels in it. Use the file as the office sent it, not a print or a copy made of it.",
    ),
    "nothing_chosen": ("先选一个文件", "Choose a file first"),
    "nothing_chosen_says": ("报告，或者照片。", "The report, or photos."),
    "too_large": ("文件太大", "Too large"),
    "too_large_says": ("一次最多 {n} MB。照片分几次放。", "At most {n} MB at a time. Hand in fewer photos at once."),
    "slow_down": ("请过一分钟再查", "Check again in a minute"),
    "slow_down_says": ("这个地址查得太多了。", "Too many checks came from this address."),
    "other_language": ("English", "中文"),
}


def tell(language: str, word: str, /, **values: object) -> str:
    """Return a sentence; each value stands where the language wants it."""
    return WORDS[word][0 if is_chinese(language) else 1].format(**values)

// What a person can work on the page that is shown: the controls in order, and what is wrong with them.
;(() => {
  const WORKED = 'a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls]'
  const OVER = '.tabs, .dockbar, .bar, .topad, .toasts, .skip, .send, .rail, .listactions, .listhead'
  const SLACK = 2

  const stage = () => document.querySelector('dialog[open]') ?? document.body
  const box = (element) => {
    const own = element.getBoundingClientRect()
    const label = element.closest('label')
    return label && (own.width < 2 || getComputedStyle(element).opacity === '0') ? label.getBoundingClientRect() : own
  }
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    box(element).width > 0 &&
    !element.closest('[inert], .visually-hidden:not(:focus-within)')
  const all = () => [...stage().querySelectorAll(WORKED)].filter((one) => shown(one) && !one.disabled)
  /** What is seen of its box: the rest may be scrolled out of a part of the page. */
  const seen = (element) => {
    let { left, right, top, bottom } = box(element)
    for (let over = element.parentElement; over && over !== document.body; over = over.parentElement) {
      if (getComputedStyle(over).overflowX === 'visible') continue
      const frame = over.getBoundingClientRect()
      left = Math.max(left, frame.left)
      right = Math.min(right, frame.right)
      top = Math.max(top, frame.top)
      bottom = Math.min(bottom, frame.bottom)
    }
    return { left, right, top, bottom }
  }
  const name = (element) => {
    const said = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText
    return `${element.tagName.toLowerCase()} "${(said ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`
  }
  /** The keyboard stops once at a group of radio buttons: at the chosen one, or at either end. */
  const group = (element) => (element.type === 'radio' ? `radio ${element.name}` : element)
  const isOnTop = (element) => {
    const { left, right, top, bottom } = box(element)
    const points = [0.5, 0.2, 0.8].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [x, y]))
    return points.some(([x, y]) => {
      const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
      return hit && (element.contains(hit) || hit.contains(element) || element.closest('label')?.contains(hit))
    })
  }
  /** The scan box bears its frame always; the browser marks the keys of its own player. */
  const isMarked = (element) =>
    [
      element,
      element.nextElementSibling,
      element.parentElement,
      element.parentElement?.parentElement,
      element.parentElement?.parentElement?.parentElement,
    ].some((one) => {
      if (!one) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }) || element.matches('.scanbox input, audio')
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  const wrongInFocus = (element) =>
    !isMarked(element) ? 'shows no focus' : !isOnTop(element) && 'is hidden behind something in focus'
  const left = () => {
    const reached = new Set(window.walked.map(({ one }) => group(one)))
    return all().filter((one) => one.tabIndex >= 0 && !reached.has(group(one)))
  }
  const lies = (element) => element.closest(OVER) !== null

  window.controls = {
    /** Begin a walk: how many stops there are. */
    begin() {
      window.walked = []
      document.activeElement?.blur()
      return new Set(all().filter((one) => one.tabIndex >= 0).map(group)).size
    },
    /** After one press of Tab: note where the focus is; how many stops are left. Who is `patient` lets all be drawn. */
    async note(patient) {
      if (patient) await drawn()
      const at = document.activeElement
      if (at?.matches(WORKED) && !window.walked.some(({ one }) => group(one) === group(at))) {
        if (wrongInFocus(at)) await drawn()
        window.walked.push({ one: at, wrong: wrongInFocus(at) })
      }
      return left().length
    },
    /** What the walk did not find, did not show, or came to before its turn. */
    complaints() {
      const found = window.walked.filter(({ wrong }) => wrong).map(({ one, wrong }) => `${name(one)} ${wrong}`)
      found.push(...left().map((one) => `${name(one)} is not reached`))
      found.push(...all().flatMap((one) => (one.tabIndex > 0 ? [`${name(one)} jumps the order`] : [])))
      return [...new Set(found)]
    },
    /** What does not fit: wider than the window, cut off, or lying on another control. */
    misfits() {
      const found = []
      const wide = Math.max(stage().scrollWidth, document.documentElement.scrollWidth) - innerWidth
      if (wide > SLACK) found.push(`the page is ${wide} px too wide`)
      const controls = all()
      for (const one of controls) {
        const { left, right } = seen(one)
        if (left < -SLACK || right > innerWidth + SLACK) found.push(`${name(one)} leaves the window`)
        const { overflowX, overflowY } = getComputedStyle(one)
        const cut = one.scrollWidth > one.clientWidth + SLACK || one.scrollHeight > one.clientHeight + SLACK
        if (one.matches('a, button, summary') && cut && one.clientWidth > 1 && (overflowX !== 'visible' || overflowY !== 'visible'))
          found.push(`${name(one)} is cut off`)
      }
      const apart = controls.filter((one) => !lies(one)).map((one) => ({ one, at: seen(one) }))
      for (const [place, a] of apart.entries())
        for (const b of apart.slice(place + 1)) {
          if (a.one.contains(b.one) || b.one.contains(a.one) || a.one.closest('label') === (b.one.closest('label') ?? 0)) continue
          const across = Math.min(a.at.right, b.at.right) - Math.max(a.at.left, b.at.left)
          const down = Math.min(a.at.bottom, b.at.bottom) - Math.max(a.at.top, b.at.top)
          if (across > SLACK && down > SLACK) found.push(`${name(a.one)} lies on ${name(b.one)}`)
        }
      return found
    },
  }
})()

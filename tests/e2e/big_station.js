// Fills the cache of whoever is signed in as a big station's first syncs would, and times what a person waits for.
window.fillStation = async ({ parts, oldParts, part, oldPart, stock, tags }) => {
  const { name } = (await indexedDB.databases()).find((one) => one.name.startsWith('truckroll-cache-'))
  const database = await new Promise((done) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => done(opening.result)
  })
  const id = (kind, n) => `019a9c3e-7b10-7${kind}00-8000-${String(n).padStart(12, '0')}`
  const digits = (n, length) => String((n * 7919 + 13) % 10 ** length).padStart(length, '0')
  const nouns = ['空压机总成', '制动总泵', '气门油封', '发电机皮带', '转向节', '轮速传感器', '雨刮电机', '缓速器线圈']
  const english = ['Air compressor', 'Brake pump', 'Valve seal', 'Alternator belt', 'Steering knuckle', 'Wheel sensor']
  const partOf = (n) => ({
    ...part,
    id: id(1, n),
    part_no: `${digits(n, 4)}-${digits(n, 5)}`,
    name: `${nouns[n % 8]} ${digits(n, 3)}`,
    name_en: `${english[n % 6]} ${digits(n, 3)}`,
  })
  const put = (table, count, rowOf) =>
    new Promise((done, fail) => {
      const writing = database.transaction(table, 'readwrite', { durability: 'relaxed' })
      for (let n = 0; n < count; n++) writing.objectStore(table).put(rowOf(n))
      writing.oncomplete = done
      writing.onerror = () => fail(writing.error)
    })
  await put('part', parts, partOf)
  await put('stock', parts, (n) => ({
    ...stock,
    id: `store:${stock.station_id}:${id(1, n)}`,
    location: `store:${stock.station_id}`,
    part_id: id(1, n),
    quantity: n % 40,
  }))
  const states = ['with_technician', 'with_technician', 'received', 'inspected', 'stored']
  const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  await put('old_part', oldParts, (n) => {
    const came = states[n % 5] !== 'with_technician'
    return {
      ...oldPart,
      id: id(2, n),
      tag: tags[n],
      part_id: id(1, n),
      part_no: partOf(n).part_no,
      part_name: partOf(n).name,
      plate: `浙B·${digits(n, 5)}`,
      state: states[n % 5],
      removed_at: `${day(n % 60)}T05:22:00.000Z`,
      due_on: day((n % 60) - 14),
      received_at: came ? `${day(n % 20)}T08:00:00.000Z` : null,
      shelf: came ? 'A-03' : null,
    }
  })
  database.close()
}

/** From the next key of this name to the frame after `isShown` holds, in milliseconds. */
window.timeFrom = (key, isShown) => {
  window.took = null
  const begin = (event) => {
    if (event.key !== key) return
    document.removeEventListener('keydown', begin, true)
    const since = event.timeStamp
    const look = () =>
      isShown() ? requestAnimationFrame((now) => (window.took = now - since)) : requestAnimationFrame(look)
    look()
  }
  document.addEventListener('keydown', begin, true)
}
window.timeUntilText = (key, selector, text) =>
  window.timeFrom(key, () => document.querySelector(selector)?.textContent.includes(text))
window.timeUntilOther = (key, selector) => {
  const before = document.querySelector(selector)?.textContent
  window.timeFrom(key, () => document.querySelector(selector)?.textContent !== before)
}

/** Collects how long each frame took, until it is asked to stop. */
window.watchFrames = () => {
  const frames = []
  let last = performance.now()
  let on = true
  const next = (now) => {
    frames.push(now - last)
    last = now
    if (on) requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
  window.framesSeen = () => {
    on = false
    return frames.slice(1)
  }
}

/** The floors of the app: an import goes down only. */
const floors = {
  app: ['main'],
  screens: ['main', 'app'],
  parts: ['main', 'app', 'screens'],
  sync: ['main', 'app', 'screens'],
  media: ['main', 'app', 'screens', 'sync'],
  mutations: ['main', 'app', 'screens', 'sync', 'media'],
  store: ['main', 'app', 'screens', 'sync', 'media', 'mutations', 'worker'],
}
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(floors).map(([floor, above]) => ({
      name: `who-may-import-${floor}`,
      severity: 'error',
      from: { path: '^src/', pathNot: [`^src/${floor}/`, ...above.map((name) => `^src/${name}(/|\\.)`)] },
      to: { path: `^src/${floor}/` },
    })),
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' } },
}

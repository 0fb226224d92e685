const { COUNTERSIDE_ELECTRON_DIST: electronDist, COUNTERSIDE_E2E_BUILD: e2eBuild } = process.env

/** How the app is packed. Run through build/package.mjs, which says which Electron goes in. */
export default {
  appId: 'io.github.counterside',
  copyright: 'Copyright © 2026 Counterside authors',
  directories: { output: 'dist', buildResources: 'build' },
  // Everything is bundled into out/, so no node_modules are shipped.
  files: ['out/**', 'package.json', '!out/.stamp', '!**/*.map', '!node_modules/**'],
  asar: true,
  npmRebuild: false,
  electronLanguages: ['en-US', 'tr'],
  ...(electronDist ? { electronDist } : {}),
  electronFuses: {
    runAsNode: false,
    // One-way: a profile once opened with this off loses its cookies. Never change it, never share a profile with development.
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    // Playwright needs it; a build that has it is for tests and is never released.
    enableNodeCliInspectArguments: e2eBuild === '1',
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    // Changing fuses breaks the signature that Apple silicon asks of every program.
    resetAdHocDarwinSignature: true,
  },
  protocols: [{ name: 'Counterside', schemes: ['counterside'] }],
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    icon: 'build/icons',
    executableName: 'counterside',
    syncDesktopName: true,
  },
  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    category: 'public.app-category.business',
    icon: 'build/icons/512x512.png',
    hardenedRuntime: true,
  },
  win: { target: ['nsis'], icon: 'build/icons/512x512.png' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  publish: null,
}

/** What the build draws from installed packages. */
declare module 'virtual:icons' {
  const paths: Record<import('./icon_names').FirstIconName, string>
  export default paths
}
declare module 'virtual:more-icons' {
  const paths: Record<import('./icon_names').MoreIconName, string>
  export default paths
}
declare module 'virtual:marks' {
  const paths: Record<import('./mark_names').MarkName, string>
  export default paths
}

/** Opens the app on whoever last held the device. */
import './style/tokens.css'
import './style/ui.css'
import './style/app.css'
import { render } from 'preact'
import { App } from './app/app'
import { keepAppearance } from './app/appearance'
import { followLinks } from './app/links'
import { beginSession } from './app/session'

keepAppearance()
followLinks()
// Not awaited at the top: the screens that are fetched meanwhile import this file's own neighbours.
void beginSession().then(() => {
  const page = document.getElementById('app')
  if (page !== null) render(<App />, page)
})

/** Opens the app on whoever last held the device. */
import './style/tokens.css'
import './style/ui.css'
import { render } from 'preact'
import { App } from './app/app'
import { beginSession } from './app/session'

await beginSession()
const page = document.getElementById('app')
if (page !== null) render(<App />, page)

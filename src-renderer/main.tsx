import './app/no-code-from-text.ts'
import './ui/styles/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { openCounterside } from './app/counterside.ts'
import { bridge } from './bridge.ts'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App bridge={bridge()} createCounterside={openCounterside} />
    </StrictMode>,
  )

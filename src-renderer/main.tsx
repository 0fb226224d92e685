import './ui/styles/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config, z } from 'zod'
import { App } from './app/app.tsx'
import { bridge } from './bridge.ts'
import { openCounterside } from './workspace/open-counterside.ts'

// The page's policy forbids making code from text, and zod would try once and be reported.
z.config({ jitless: true })

// Zod would try `new Function` once, which the content security policy refuses with an error in the log.
config({ jitless: true })

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App bridge={bridge()} createCounterside={openCounterside} />
    </StrictMode>,
  )

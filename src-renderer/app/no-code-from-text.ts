import { z } from 'zod'

/**
 * The page's content policy forbids making code from text. zod tries it once when a schema is built, which the browser
 * reports. Import this file before any file that builds a schema.
 */
z.config({ jitless: true })

import { z } from 'zod'

/**
 * The page's policy forbids making code from text. zod tries it once while schemas are built and is reported for it,
 * so this has to be imported before any file that builds one.
 */
z.config({ jitless: true })

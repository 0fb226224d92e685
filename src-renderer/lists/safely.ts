import { failed, failure, type Reply } from '../../src-main/contract/failures.ts'

/** A bridge call answers with a value even when the channel itself breaks (main is restarting, a reply was refused). */
export async function safely<T>(call: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await call()
  } catch (error) {
    return failed(failure('bug', { code: error instanceof Error ? error.name.slice(0, 200) : null }))
  }
}

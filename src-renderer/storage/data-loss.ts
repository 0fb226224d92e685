/**
 * Whether Chromium has just replaced a damaged database by an empty one. It does so without an error; the only sign is
 * `dataLoss` on the version-change event, which Dexie does not pass on. So the door is opened by hand once, and the
 * upgrade aborted, which leaves a missing database missing.
 */
export const noticeDataLoss = (indexedDB: IDBFactory, name: string): Promise<boolean> =>
  new Promise(resolve => {
    let lost = false
    const request = indexedDB.open(name)
    request.onupgradeneeded = event => {
      lost = 'dataLoss' in event && event.dataLoss === 'total'
      request.transaction?.abort()
    }
    request.onsuccess = () => {
      request.result.close()
      resolve(lost)
    }
    request.onerror = event => {
      event.preventDefault()
      resolve(lost)
    }
    request.onblocked = () => resolve(lost)
  })

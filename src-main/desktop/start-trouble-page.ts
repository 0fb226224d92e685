import { type DiskTrouble, diskTroubleOf } from '../contract/failures.ts'
import type { FolderTrouble } from './data-folder.ts'

type Cause = DiskTrouble | 'other'

interface TroubleWords {
  readonly title: string
  readonly folder: string
  readonly kept: string
  readonly again: string
  readonly quit: string
  /** What is wrong, and what to do. */
  readonly causes: Readonly<Record<Cause, readonly [what: string, advice: string]>>
}

const words: Readonly<Record<'en' | 'tr', TroubleWords>> = {
  en: {
    title: 'Counterside can’t use its data folder',
    folder: 'The folder is:',
    kept: 'Nothing in this folder was changed.',
    again: 'Try again',
    quit: 'Quit',
    causes: {
      full: ['The disk is full.', 'Free at least 32 MB on the disk of this folder, then try again.'],
      quota: [
        'Your share of the disk is used up.',
        'Delete files of your own, or ask your IT team for a larger quota, then try again.',
      ],
      'read-only': [
        'The disk of this folder can only be read.',
        'Make it writable, or have your IT team start Counterside with a folder on another disk.',
      ],
      denied: [
        'You may not write in this folder.',
        'Ask your IT team for the permission to write there, then try again.',
      ],
      'in-use': [
        'Another program holds this folder or a file in it.',
        'Wait until the virus scanner or the backup is done, then try again.',
      ],
      'is-folder': [
        'A file of the app can’t be used: there is a folder with its name.',
        'Move that folder elsewhere, then try again.',
      ],
      'no-folder': ['There is a file where this folder should be.', 'Move that file elsewhere, then try again.'],
      gone: ['The folder can’t be reached.', 'Connect the drive or the network again, then try again.'],
      broken: [
        'The disk reports a fault.',
        'Have the disk checked by your IT team; do not delete this folder, it may hold requests that are not sent yet.',
      ],
      'too-many-open': ['Too many files are open on this computer.', 'Close other programs, then try again.'],
      'name-too-long': ['The path of the folder is too long.', 'Ask your IT team for a folder with a shorter path.'],
      'file-too-large': ['A file would become larger than this disk allows.', 'Ask your IT team for another disk.'],
      other: ['The system refused to write there.', 'Try again; if the problem continues, tell your IT team the code.'],
    },
  },
  tr: {
    title: 'Counterside veri klasörünü kullanamıyor',
    folder: 'Klasör:',
    kept: 'Bu klasörde hiçbir şey değiştirilmedi.',
    again: 'Yeniden dene',
    quit: 'Çık',
    causes: {
      full: ['Disk dolu.', 'Bu klasörün bulunduğu diskte en az 32 MB yer açın, sonra yeniden deneyin.'],
      quota: [
        'Size ayrılan disk alanı doldu.',
        'Kendi dosyalarınızdan bazılarını silin ya da BT ekibinizden kotanızı artırmasını isteyin, sonra yeniden deneyin.',
      ],
      'read-only': [
        'Bu klasörün bulunduğu disk salt okunur.',
        'Diski yazılabilir duruma getirin ya da BT ekibinizden Counterside’ı başka bir diskteki klasörle açmasını isteyin.',
      ],
      denied: ['Bu klasöre yazma izniniz yok.', 'BT ekibinizden yazma izni isteyin, sonra yeniden deneyin.'],
      'in-use': [
        'Klasörü veya içindeki bir dosyayı başka bir program kullanıyor.',
        'Virüs taraması ya da yedekleme bitince yeniden deneyin.',
      ],
      'is-folder': [
        'Uygulamanın bir dosyası kullanılamıyor: aynı adda bir klasör var.',
        'O klasörü başka bir yere taşıyın, sonra yeniden deneyin.',
      ],
      'no-folder': ['Klasörün yerinde bir dosya var.', 'O dosyayı başka bir yere taşıyın, sonra yeniden deneyin.'],
      gone: ['Klasöre ulaşılamıyor.', 'Sürücüyü ya da ağı yeniden bağlayın, sonra yeniden deneyin.'],
      broken: [
        'Disk arıza bildiriyor.',
        'Diski BT ekibinize kontrol ettirin; bu klasörü silmeyin, içinde henüz gönderilmemiş talepler olabilir.',
      ],
      'too-many-open': ['Bu bilgisayarda çok fazla dosya açık.', 'Diğer programları kapatın, sonra yeniden deneyin.'],
      'name-too-long': ['Klasörün yolu çok uzun.', 'BT ekibinizden yolu daha kısa bir klasör isteyin.'],
      'file-too-large': ['Dosya bu diskin izin verdiğinden büyük olurdu.', 'BT ekibinizden başka bir disk isteyin.'],
      other: [
        'Sistem bu klasöre yazılmasına izin vermedi.',
        'Yeniden deneyin; sorun sürerse kodu BT ekibinize bildirin.',
      ],
    },
  },
}

/** What is wrong with the folder and what to do, a sentence or two each. */
export function startTroubleText({ folder, code }: FolderTrouble, language: 'en' | 'tr'): readonly string[] {
  const { title, folder: label, causes } = words[language]
  const [what, advice] = causes[diskTroubleOf(code) ?? 'other']
  return [title, what, `${label} ${folder}`, advice, code].filter(text => text !== '')
}

/** The addresses that the two buttons lead to; nothing is ever loaded from there. */
export const againAddress = 'https://again.invalid/'
const quitAddress = 'https://quit.invalid/'

/** The page of the window that stands there when the app can't start. It runs no script and loads nothing. */
export function startTroublePage({ folder, code }: FolderTrouble, language: 'en' | 'tr'): string {
  const { title, folder: label, kept, again, quit, causes } = words[language]
  const [what, advice] = causes[diskTroubleOf(code) ?? 'other']
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Counterside</title>
<style>
  body { max-width: 34rem; margin: 2rem auto; padding: 0 1.5rem; font: 1rem/1.5 system-ui, sans-serif; }
  h1 { margin: 0 0 0.75rem; font-size: 1.375rem; line-height: 1.3; }
  p { margin: 0 0 0.75rem; }
  code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
  nav { display: flex; gap: 0.75rem; margin-top: 1.25rem; }
  a { padding: 0.5rem 1rem; border: 1px solid; border-radius: 0.5rem; color: inherit; text-decoration: none; }
  a:first-child { font-weight: 600; }
  .small { font-size: 0.875rem; opacity: 0.75; }
</style>
<main role="alert" data-testid="start-trouble" data-code="${escaped(code)}">
  <h1>${title}</h1>
  <p><strong>${what}</strong></p>
  <p>${label}<br><code data-testid="start-trouble-folder">${escaped(folder)}</code></p>
  <p>${advice}</p>
  <p class="small">${kept} <code>${escaped(code)}</code></p>
  <nav>
    <a role="button" href="${againAddress}" data-testid="start-trouble-again">${again}</a>
    <a role="button" href="${quitAddress}" data-testid="start-trouble-quit">${quit}</a>
  </nav>
</main>
</html>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

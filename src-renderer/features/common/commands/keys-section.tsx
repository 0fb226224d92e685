import { Keyboard as KeyboardIcon, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/field.tsx'
import { catalogue, commandGroups, commandIds } from './catalogue.ts'
import { useCommandCenter } from './commands.tsx'
import { KeyRow } from './key-row.tsx'
import { keysSectionId } from './keyboard.tsx'
import { useKeySettings } from './use-key-settings.ts'
import './keyboard.css'

/** Where keys are looked up and changed; stands among the settings. */
export const KeysSection = () => {
  const { t } = useTranslation()
  const center = useCommandCenter()
  const { own, singleKeys, set } = useKeySettings()
  return (
    <section
      className="card card-body stack keys-section"
      id={keysSectionId}
      tabIndex={-1}
      data-testid="keys-section"
      aria-label={t('settings.keys')}
    >
      <div className="spread">
        <h2>{t('settings.keys')}</h2>
        <span className="cluster">
          <Button
            small
            variant="ghost"
            icon={KeyboardIcon}
            testId="keys-open"
            onClick={() => center?.run('window.help')}
          >
            {t('keys.open')}
          </Button>
          <Button
            small
            icon={RotateCcw}
            testId="keys-reset-all"
            disabled={Object.keys(own).length === 0}
            onClick={() => set({ singleKeys, own: {} })}
          >
            {t('keys.resetAll')}
          </Button>
        </span>
      </div>
      <p className="muted">{t('keys.sectionText')}</p>
      <div>
        <CheckField
          label={t('keys.single')}
          testId="keys-single"
          checked={singleKeys}
          onChange={event => set({ singleKeys: event.target.checked, own })}
        />
        <p className="muted">{t('keys.singleText')}</p>
      </div>
      {commandGroups.map(group => (
        <section key={group} className="keys-group">
          <h3>{t(`command.group.${group}`)}</h3>
          <ul>
            {commandIds
              .filter(id => catalogue[id].group === group)
              .map(id => (
                <KeyRow key={id} id={id} own={own} onChange={next => set({ singleKeys, own: next })} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

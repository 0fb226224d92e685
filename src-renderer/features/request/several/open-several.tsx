import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { draftsOf } from '../form/drafts.ts'
import { mostNumbers } from './order-numbers.ts'
import { severalDraftId } from './use-several.ts'

/** The way from the list of orders to choosing lines of several of them. */
export const OpenSeveral = () => {
  const { t } = useTranslation()
  const { go } = useNavigation()
  return (
    <Button
      small
      variant="ghost"
      icon={ListChecks}
      className="list-tool"
      testId="several-open"
      title={t('several.title')}
      onClick={() => go('several')}
    >
      {t('several.title')}
    </Button>
  )
}

/** Has these orders looked up where lines of several orders are chosen; the screen says how many were too many. */
export const askForOrders = (accountId: string, numbers: readonly string[]): void => {
  // As the list has them: a number of blanks or letters alone is taken whole here, and not as something pasted.
  const each = [...new Set(numbers)].slice(0, mostNumbers)
  draftsOf(accountId, severalDraftId).setSought({ text: numbers.join('\n'), numbers: each })
}

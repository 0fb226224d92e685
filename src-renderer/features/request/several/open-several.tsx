import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'

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

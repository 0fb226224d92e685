import { parseSync } from 'vite'

/** Attributes whose text people see or hear. */
const shown = new Set([
  'alt',
  'aria-braillelabel',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'error',
  'hint',
  'label',
  'placeholder',
  'summary',
  'text',
  'title',
  'warning',
])
/** The same in every language: product and file names, keys, examples of an address or IBAN, the languages' own names. */
const sameEverywhere =
  /^(?:Counterside|Electron|CSV|XLSX|PDF|IBAN|Esc|Ctrl|Alt|Shift|Enter|Tab|F\d{1,2}|Türkçe|English|https:\/\/\S+|TR[. ]+)$/u

const hasLetters = (text: string): boolean => /\p{L}/u.test(text)

interface Node {
  readonly type: string
  readonly [field: string]: unknown
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
const fieldsOf = (node: Node): readonly unknown[] => Object.values(node)
const below = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.flatMap(below) : isNode(value) ? [value] : []

/** The texts that an expression comes to by itself: not what it calls or computes. */
const textsOf = (value: unknown): readonly string[] => {
  if (!isNode(value)) return []
  switch (value.type) {
    case 'Literal':
      return typeof value['value'] === 'string' ? [value['value']] : []
    case 'TemplateLiteral':
      return below(value['quasis']).map(quasi => String((quasi['value'] as { raw: string }).raw))
    case 'ConditionalExpression':
      return [...textsOf(value['consequent']), ...textsOf(value['alternate'])]
    case 'LogicalExpression':
      return [...textsOf(value['left']), ...textsOf(value['right'])]
    case 'BinaryExpression':
      return value['operator'] === '+' ? [...textsOf(value['left']), ...textsOf(value['right'])] : []
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return textsOf(value['expression'])
    case 'JSXText':
      return [String(value['value'])]
    default:
      return []
  }
}

const nameOf = (attribute: Node): string => String((attribute['name'] as { name?: unknown }).name)

const wordsOf = (node: Node): readonly string[] => {
  const here =
    node.type === 'JSXElement' || node.type === 'JSXFragment'
      ? below(node['children']).flatMap(textsOf)
      : node.type === 'JSXAttribute' && shown.has(nameOf(node))
        ? textsOf(node['value'])
        : []
  return [...here, ...fieldsOf(node).flatMap(below).flatMap(wordsOf)]
}

/** Texts with letters that JSX shows without asking the language files for them. */
export const wordsInCode = (name: string, source: string): readonly string[] => {
  const { program, errors } = parseSync(name, source)
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`)
  return below(program)
    .flatMap(wordsOf)
    .map(text => text.trim())
    .filter(text => hasLetters(text) && !sameEverywhere.test(text))
}

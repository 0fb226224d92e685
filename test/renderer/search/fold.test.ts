import { describe, expect, it } from 'vitest'
import { fold } from '../../../src-renderer/search/fold.ts'

const pairs: readonly (readonly [typed: string, stored: string])[] = [
  ['ins', 'İnş'],
  ['İNŞ', 'inş'],
  ['isik', 'IŞIK'],
  ['ışık', 'ISIK'],
  ['IŞIK', 'ışık'],
  ['istanbul', 'İSTANBUL'],
  ['ISTANBUL', 'İstanbul'],
  ['i\u0307stanbul', 'İstanbul'],
  ['izmir', 'İzmir'],
  ['IZMIR', 'izmir'],
  ['ığdır', 'IGDIR'],
  ['igdir', 'Iğdır'],
  ['diyarbakir', 'DİYARBAKIR'],
  ['kirikkale', 'Kırıkkale'],
  ['sanliurfa', 'ŞANLIURFA'],
  ['SANLIURFA', 'şanlıurfa'],
  ['mugla', 'Muğla'],
  ['MUĞLA', 'mugla'],
  ['canakkale', 'Çanakkale'],
  ['ÇANAKKALE', 'canakkale'],
  ['uskudar', 'Üsküdar'],
  ['ÜSKÜDAR', 'uskudar'],
  ['odemis', 'Ödemiş'],
  ['ÖDEMİŞ', 'odemis'],
  ['gokce', 'Gökçe'],
  ['GÖKÇE', 'gokce'],
  ['sukru', 'Şükrü'],
  ['agaoglu', 'Ağaoğlu'],
  ['AĞAOĞLU', 'agaoglu'],
  ['isil', 'Işıl'],
  ['IŞIL', 'isil'],
  ['cigdem', 'ÇİĞDEM'],
  ['oguz', 'Oğuz'],
  ['hüseyin', 'HUSEYIN'],
  ['kagit', 'kâğıt'],
  ['HALA', 'hâlâ'],
  ['ruzgar', 'Rüzgâr'],
  ['s\u0327al', 'şal'],
  ['gu\u0308l', 'GÜL'],
  ['yağmur', 'YAG\u0306MUR'],
  ['café', 'CAFE'],
  ['strasse', 'Straße'],
  ['istanbul’da', "İSTANBUL'DA"],
]

describe('fold', () => {
  it.each(pairs)('makes %s equal %s', (typed, stored) => {
    expect(fold(typed)).toBe(fold(stored))
  })

  it('keeps different words apart', () => {
    expect(fold('şal')).not.toBe(fold('çal'))
    expect(fold('on')).not.toBe(fold('ün'))
  })

  it('drops what nobody can see and joins blanks', () => {
    expect(fold('  Ay\u200bşe\u00a0\u202eYıl\u00admaz\t\n ')).toBe('ayse yilmaz')
    expect(fold('a  b')).toBe('a b')
  })

  it('never asks for the host locale', () => {
    const local = String.prototype.toLocaleLowerCase
    String.prototype.toLocaleLowerCase = () => 'host'
    try {
      expect(fold('IŞIK')).toBe('isik')
      expect(fold('TITLE')).toBe('title')
    } finally {
      String.prototype.toLocaleLowerCase = local
    }
  })

  it('is the same when folded twice', () => {
    for (const [, stored] of pairs) expect(fold(fold(stored))).toBe(fold(stored))
  })
})

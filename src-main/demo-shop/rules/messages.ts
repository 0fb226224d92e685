import type { Language } from '../json/language.ts'

const messages = {
  required: ['Bu alan boş bırakılamaz.', 'This field has to be filled in.'],
  number: ['Buraya bir sayı yazın.', 'Write a whole number here.'],
  text: ['Bu metin kabul edilmedi.', 'This text was not accepted.'],
  type: ['Yalnızca "cancel" veya "refund" olabilir.', 'Only "cancel" or "refund" will do.'],
  item: ['Böyle bir sipariş kaleminiz yok.', 'You have no such order item.'],
  reason: ['Bu neden bu talep için kullanılamaz.', 'This reason does not go with this request.'],
  explain: ['Bu neden için bir açıklama yazın.', 'This reason needs a few words of explanation.'],
  open: ['Bu ürün için sürmekte olan bir talep var.', 'A request for this item is already under way.'],
  notCancellable: ['Bu ürün artık iptal edilemez.', 'This item can no longer be cancelled.'],
  notRefundable: ['Bu ürün iade edilemez.', 'This item cannot be returned.'],
  quantity: ['Adet, siparişteki adetten fazla.', 'The quantity is more than the order item has.'],
  carrier: ['Bu kargo firması bu ürünü iade almıyor.', 'This carrier does not take this item back.'],
  pickup: ['Bu ürünün nereden alınacağını belirtin.', 'Say where this item should be picked up.'],
  address: ['Bu adres adres defterinizde yok.', 'This address is not in your address book.'],
  pickupDate: ['Alım günü YYYY-AA-GG, saatler SS:DD olmalı.', 'The pickup day is YYYY-MM-DD, the hours HH:MM.'],
  items: ['En az bir ürün seçin.', 'Choose one item at least.'],
  body: ['Gönderilen veri okunamadı.', 'What was sent cannot be read.'],
  signIn: ['Bu işlem için oturum açmalısınız.', 'Sign in to do this.'],
  csrf: ['CSRF doğrulaması başarısız.', 'The CSRF check failed.'],
  missing: ['Kayıt bulunamadı.', 'Nothing found here.'],
  page: ['Bu sayfa yok.', 'There is no such page.'],
  login: ['E-posta veya parola hatalı.', 'Wrong e-mail or password.'],
  token: ['Geçersiz anahtar.', 'This token is not valid.'],
  noToken: ['Kimlik bilgisi gönderilmedi.', 'No credentials were sent.'],
  throttled: ['Çok sık denendi, biraz bekleyin.', 'Too many attempts, wait a little.'],
  date: ['Geçerli bir tarih yazın.', 'Write a valid date.'],
  otp: ['Telefonunuza bir kod gönderildi.', 'A code was sent to your phone.'],
  code: ['Doğrulama kodu hatalı veya süresi doldu.', 'The code is wrong or has expired.'],
  refused: ['Bu talep şu anda kabul edilmiyor.', 'This request is not accepted at the moment.'],
  callUs: ['Ayrıntı için mağazayı arayın.', 'Call the shop for details.'],
  hours: ['Bu saatlerde alım yapılmıyor.', 'There is no pickup at these hours.'],
  warehouse: ['Depo kodu seçilmedi.', 'No warehouse code was chosen.'],
  loyalty: ['Bu sipariş puana çevrilemez.', 'This order cannot be turned into points.'],
  forbidden: ['Bunun için yetkiniz yok.', 'You are not permitted to do this.'],
  tooLarge: ['Gönderilen veri çok büyük.', 'What was sent is too large.'],
} as const

/** The shop's words, Turkish first, as the caller's language asks. */
export function say(message: keyof typeof messages, language: Language): string {
  return messages[message][language === 'tr' ? 0 : 1]
}

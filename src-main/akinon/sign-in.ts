/** Signing in, by either door, and whose session it then is. Return values are data: nothing is stored here. */
export { type CommerceSignIn, signInCommerce } from './sign-in-commerce.ts'
export { probeOmnitron, type StaffKey, signInOmnitron } from './sign-in-omnitron.ts'
export { type Identity, identify, type SignInPlace, whoIs } from './whose-session.ts'

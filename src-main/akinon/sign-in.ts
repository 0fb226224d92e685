/** Signing in, by either door. Return values are data: nothing is stored here. */
export { type CommerceSignIn, type Identity, identify, type SignInPlace, signInCommerce } from './sign-in-commerce.ts'
export { probeOmnitron, type StaffKey, signInOmnitron } from './sign-in-omnitron.ts'

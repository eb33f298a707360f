import { createHash } from 'node:crypto';

/**
 * The same for the same number in one account, whoever leaves it and whatever its expiry; another one in another account.
 *
 * @see https://docs.stripe.com/api/payment_methods/object#payment_method_object-card-fingerprint
 */
export function fingerprint_of( tenant: string, number: string ): string {
	return createHash( 'sha256' )
		.update( `${ tenant }:${ number }` )
		.digest( 'base64' )
		.replace( /[^A-Za-z0-9]/g, '' )
		.slice( 0, 16 );
}

import { createHmac } from 'node:crypto';

/**
 * The `Stripe-Signature` header: HMAC-SHA256 over `{t}.{body}` with the endpoint's secret.
 *
 * @param time Unix seconds.
 * @see https://docs.stripe.com/webhooks#verify-manually
 */
export function signature( secret: string, body: string, time: number ): string {
	const v1 = createHmac( 'sha256', secret ).update( `${ time }.${ body }` ).digest( 'hex' );
	return `t=${ time },v1=${ v1 }`;
}

import { loadStripe } from '@stripe/stripe-js/pure';
import type { Appearance, Stripe, StripeElementLocale } from '@stripe/stripe-js';
import type { PortalPayment } from '../../src/contract/portal';

type Browser = NonNullable< PortalPayment[ 'stripe' ] >;

/**
 * Stripe.js is fetched when somebody is about to pay, and never before. Which file it is says the server:
 * on test sites it is not Stripe's.
 */
export async function loadStripeFrom( how: Browser ): Promise< Stripe | null > {
	if ( ! ( 'Stripe' in window ) ) {
		await addScript( how.js_url );
	}
	return loadStripe( how.publishable_key, { locale: how.locale as StripeElementLocale } );
}

function addScript( url: string ): Promise< void > {
	return new Promise( ( resolve, reject ) => {
		const script = document.createElement( 'script' );
		script.src = url;
		script.addEventListener( 'load', () => resolve() );
		script.addEventListener( 'error', () => {
			script.remove();
			reject( new Error( 'Stripe.js was not loaded.' ) );
		} );
		document.head.append( script );
	} );
}

/** The field looks like the rest of the page. */
export function appearance( { brand, on_brand: onBrand }: { brand: string; on_brand: string } ): Appearance {
	return {
		theme: 'stripe',
		variables: {
			colorPrimary: brand,
			accessibleColorOnColorPrimary: onBrand,
			colorText: '#1a1f36',
			colorDanger: '#b3261e',
			fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
			fontSizeBase: '16px',
			borderRadius: '8px',
			spacingUnit: '4px',
		},
	};
}

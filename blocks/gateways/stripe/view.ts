import { loadStripe } from '@stripe/stripe-js/pure';
import type { Appearance, Stripe, StripeElementLocale } from '@stripe/stripe-js';
import type { Confirmation, GatewayForm, GatewayScript, Surroundings } from '../../shared/gateway';

/** Made by StripeGateway::form(). */
type Param = 'publishable_key' | 'client_secret' | 'js_url' | 'return_url' | 'locale' | 'intent';

export const open: GatewayScript[ 'open' ] = async ( params, { field, colours, business, onReady, onUnavailable } ) => {
	const given = ( name: Param ): string => params[ name ] ?? '';
	const stripe = await load( given( 'js_url' ), given( 'publishable_key' ), given( 'locale' ) );
	const elements = stripe.elements( {
		clientSecret: given( 'client_secret' ),
		appearance: appearance( colours ),
	} );
	// The form itself shows the mandate where a scheme asks for one, and names whoever is paid in it:
	// https://docs.stripe.com/js/elements_object/create_payment_element#payment_element_create-options-business
	const form = elements.create( 'payment', {
		layout: 'tabs',
		business: { name: business },
		terms: { sepaDebit: 'always' },
	} );
	form.on( 'ready', onReady );
	form.on( 'loaderror', onUnavailable );
	form.mount( field );

	const confirm = async (): Promise< Confirmation > => {
		const options = {
			elements,
			confirmParams: { return_url: given( 'return_url' ) },
			redirect: 'if_required',
		} as const;
		const { error } =
			given( 'intent' ) === 'setup'
				? await stripe.confirmSetup( options )
				: await stripe.confirmPayment( options );
		if ( ! error ) {
			return { is: 'sent' };
		}
		return error.type === 'validation_error'
			? { is: 'incomplete' }
			: { is: 'refused', ...( error.message && { message: error.message } ) };
	};
	return { confirm } satisfies GatewayForm;
};

/** Which file Stripe.js is says the server: on test sites it is not Stripe's. */
async function load( url: string, key: string, locale: string ): Promise< Stripe > {
	if ( ! ( 'Stripe' in window ) ) {
		await addScript( url );
	}
	const stripe = await loadStripe( key, { locale: locale as StripeElementLocale } );
	if ( ! stripe ) {
		throw new Error( 'Stripe.js does not run here.' );
	}
	return stripe;
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
function appearance( { brand, on_brand: onBrand }: Surroundings[ 'colours' ] ): Appearance {
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

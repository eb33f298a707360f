import { ask } from './challenge';
import { Elements, type ElementsOptions } from './elements';
import { Remote, type ApiError, type Intent } from './remote';

interface ConfirmOptions {
	elements?: Elements;
	clientSecret?: string;
	confirmParams?: { return_url?: string; payment_method?: string };
	redirect?: 'always' | 'if_required';
}

interface Result {
	paymentIntent?: Intent;
	setupIntent?: Intent;
	error?: ApiError;
}

/**
 * `window.Stripe` as far as the plugin uses it.
 *
 * @see https://docs.stripe.com/js
 */
export function stripe_for( origin: string, version: string | number ) {
	const Stripe = ( key: string, settings: { locale?: string } = {} ) => {
		if ( ! /^pk_(test|live)_/.test( key ) ) {
			throw new Error( 'Invalid API Key provided: it must be a publishable key.' );
		}
		return new StripeObject( new Remote( origin, key ), settings.locale );
	};
	return Object.assign( Stripe, { version } );
}

class StripeObject {
	constructor(
		private readonly remote: Remote,
		private readonly locale: string | undefined
	) {}

	/** `@stripe/stripe-js` tells the real one who wraps it; there is nothing to do with it here. */
	_registerWrapper(): void {}

	registerAppInfo(): void {}

	elements( options: ElementsOptions = {} ): Elements {
		return new Elements( this.remote, { ...( this.locale ? { locale: this.locale } : {} ), ...options } );
	}

	confirmPayment( options: ConfirmOptions ): Promise< Result > {
		return this.confirm( options );
	}

	confirmSetup( options: ConfirmOptions ): Promise< Result > {
		return this.confirm( options );
	}

	retrievePaymentIntent( secret: string ): Promise< Result > {
		return settled( this.remote.retrieve( secret ) );
	}

	retrieveSetupIntent( secret: string ): Promise< Result > {
		return settled( this.remote.retrieve( secret ) );
	}

	handleNextAction( { clientSecret }: { clientSecret: string } ): Promise< Result > {
		return settled( this.remote.retrieve( clientSecret ).then( ( intent ) => this.act( intent, this.locale ) ) );
	}

	private async confirm( options: ConfirmOptions ): Promise< Result > {
		const { elements, confirmParams = {}, redirect = 'always' } = options;
		const secret = elements?.options.clientSecret ?? options.clientSecret ?? '';
		if ( redirect === 'always' && ! confirmParams.return_url ) {
			throw new Error( 'You must provide a return_url in confirmParams, or set redirect to if_required.' );
		}
		const invalid = confirmParams.payment_method ? null : elements?.mounted().validate();
		if ( invalid ) {
			return { error: invalid };
		}
		const result = await settled(
			this.remote
				.confirm( secret, {
					...( confirmParams.payment_method
						? { payment_method: confirmParams.payment_method }
						: elements?.mounted().data() ),
					...( confirmParams.return_url ? { return_url: confirmParams.return_url } : {} ),
					use_stripe_sdk: 'true',
				} )
				.then( ( intent ) => this.act( intent, elements?.options.locale ?? this.locale ) )
		);
		const intent = result.paymentIntent ?? result.setupIntent;
		if ( intent && redirect === 'always' && confirmParams.return_url ) {
			return leave( return_url( confirmParams.return_url, intent ) );
		}
		return result;
	}

	/** Does what the intent asks for and reads what came of it. */
	private async act( intent: Intent, locale: string | undefined ): Promise< Intent > {
		const { next_action: next } = intent;
		if ( next?.redirect_to_url ) {
			return leave( next.redirect_to_url.url );
		}
		if ( ! next?.use_stripe_sdk?.stripe_js ) {
			return intent;
		}
		await this.remote.answer_challenge( next.use_stripe_sdk.stripe_js, await ask( locale ) );
		const after = await this.remote.retrieve( intent.client_secret );
		const error = after.last_payment_error ?? after.last_setup_error;
		if ( error ) {
			throw { ...error, [ after.object ]: after };
		}
		return after;
	}
}

/** Never rejects for what the API says: the page looks at `error`. */
async function settled( work: Promise< Intent > ): Promise< Result > {
	try {
		const intent = await work;
		return intent.object === 'setup_intent' ? { setupIntent: intent } : { paymentIntent: intent };
	} catch ( error ) {
		return { error: error as ApiError };
	}
}

/** The page is left; nothing after it happens. */
function leave( url: string ): Promise< never > {
	window.location.assign( url );
	return new Promise( () => undefined );
}

function return_url( base: string, intent: Intent ): string {
	const url = new URL( base );
	url.searchParams.set( intent.object, intent.id );
	url.searchParams.set( `${ intent.object }_client_secret`, intent.client_secret );
	url.searchParams.set( 'redirect_status', intent.status === 'processing' ? 'pending' : 'succeeded' );
	return url.href;
}

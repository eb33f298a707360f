export interface Intent {
	id: string;
	object: 'payment_intent' | 'setup_intent';
	status: string;
	client_secret: string;
	payment_method_types?: string[];
	next_action: {
		type: string;
		redirect_to_url?: { url: string };
		use_stripe_sdk?: { stripe_js?: string };
	} | null;
	last_payment_error?: ApiError | null;
	last_setup_error?: ApiError | null;
}

export interface ApiError {
	type: string;
	message: string;
	code?: string;
	decline_code?: string;
	payment_intent?: Intent;
	setup_intent?: Intent;
}

/** The API as a browser may use it: a publishable key and the client secret of one intent. */
export class Remote {
	constructor(
		private readonly origin: string,
		private readonly key: string
	) {}

	retrieve( secret: string ): Promise< Intent > {
		return this.call( 'GET', path_of( secret ), { client_secret: secret } );
	}

	confirm( secret: string, fields: Record< string, string > ): Promise< Intent > {
		return this.call( 'POST', `${ path_of( secret ) }/confirm`, { ...fields, client_secret: secret } );
	}

	async answer_challenge( url: string, outcome: 'complete' | 'fail' ): Promise< void > {
		await fetch( `${ url }&outcome=${ outcome }&dialog=1`, { method: 'POST' } );
	}

	/** @throws ApiError, never anything else. */
	private async call( method: 'GET' | 'POST', path: string, fields: Record< string, string > ): Promise< Intent > {
		const form = new URLSearchParams( fields );
		const url = `${ this.origin }${ path }${ method === 'GET' ? `?${ form }` : '' }`;
		let body: unknown;
		let good: boolean;
		try {
			const response = await fetch( url, {
				method,
				...( method === 'POST' ? { body: form } : {} ),
				headers: { Authorization: `Bearer ${ this.key }` },
			} );
			good = response.ok;
			body = await response.json();
		} catch {
			const lost: ApiError = {
				type: 'api_connection_error',
				message:
					'We are experiencing issues connecting to our payments provider. You have not been charged. Please check your internet connection and try again.',
			};
			throw lost;
		}
		if ( ! good ) {
			throw ( body as { error: ApiError } ).error;
		}
		return body as Intent;
	}
}

function path_of( secret: string ): string {
	const id = secret.split( '_secret_' )[ 0 ] ?? '';
	return `/v1/${ id.startsWith( 'seti_' ) ? 'setup_intents' : 'payment_intents' }/${ encodeURIComponent( id ) }`;
}

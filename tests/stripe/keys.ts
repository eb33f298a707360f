import { ApiError } from './errors';

/** Who asks: the account, its mode, and whether the key is a secret one. */
export interface Caller {
	account: string;
	livemode: boolean;
	/** Publishable keys may only look at and confirm an intent whose client secret they know. */
	publishable: boolean;
	/** Everything stored is kept apart by this: data of two accounts or modes never meet. */
	tenant: string;
	/** The last four characters: enough to tell keys apart in the records of the fake. */
	last4: string;
}

const PATTERN = /^(sk|rk|pk)_(test|live)_([A-Za-z0-9_]+)$/;

/**
 * The account is part of the key, so that tests can have as many as they like: in
 * `sk_test_ACCT_secret` and `pk_test_ACCT_public` it is `ACCT`. Keys without a middle part belong
 * to the account `acct_counterfoil`.
 */
export function account_of( rest: string ): string {
	const cut = rest.lastIndexOf( '_' );
	return `acct_${ cut > 0 ? rest.slice( 0, cut ).replace( /_/g, '' ) : 'counterfoil' }`;
}

/**
 * Reads the key from `Authorization: Bearer …` or `Basic` (the key as user name).
 *
 * @see https://docs.stripe.com/api/authentication
 */
export function caller_from( authorization: string | undefined ): Caller {
	const key = key_from( authorization );
	if ( key === '' ) {
		throw new ApiError( 401, {
			type: 'invalid_request_error',
			message:
				"You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
		} );
	}
	const match = PATTERN.exec( key );
	if ( ! match || ( match[ 3 ] ?? '' ).length < 3 ) {
		throw new ApiError( 401, {
			type: 'invalid_request_error',
			message: `Invalid API Key provided: ${ masked( key ) }`,
		} );
	}
	const rest = match[ 3 ] ?? '';
	if ( rest.endsWith( 'expired' ) ) {
		throw new ApiError( 401, {
			type: 'invalid_request_error',
			code: 'api_key_expired',
			message: `Expired API Key provided: ${ masked( key ) }`,
		} );
	}
	return caller( account_of( rest ), match[ 2 ] === 'live', match[ 1 ] === 'pk', key.slice( -4 ) );
}

export function caller( account: string, livemode: boolean, publishable = false, last4 = '' ): Caller {
	const tenant = `${ account }:${ livemode ? 'live' : 'test' }`;
	return { account, livemode, publishable, tenant, last4 };
}

export function caller_of_tenant( tenant: string ): Caller {
	const [ account = '', mode ] = tenant.split( ':' );
	return caller( account, mode === 'live' );
}

function key_from( authorization: string | undefined ): string {
	const [ scheme = '', value = '' ] = ( authorization ?? '' ).trim().split( /\s+/, 2 );
	if ( scheme.toLowerCase() === 'bearer' ) {
		return value;
	}
	if ( scheme.toLowerCase() === 'basic' ) {
		return Buffer.from( value, 'base64' ).toString( 'utf8' ).split( ':' )[ 0 ] ?? '';
	}
	return '';
}

function masked( key: string ): string {
	return key.length < 12 ? key : `${ key.slice( 0, 8 ) }${ '*'.repeat( 12 ) }${ key.slice( -4 ) }`;
}

/**
 * What somebody means to do, once: its Idempotency-Key. The same request has the same key until it was answered;
 * whatever fails before (the network, the server, a refusal, "being worked on already") leaves the key, so that a
 * try again is the same intention and never a second effect.
 */
export class Intention {
	#request = '';
	#key = '';

	/** @param request What is sent, params and body; another one is another intention. */
	keyFor( request: unknown ): string {
		const text = JSON.stringify( request );
		if ( this.#key === '' || this.#request !== text ) {
			this.#request = text;
			this.#key = newKey();
		}
		return this.#key;
	}

	/** It was done: the same request is a new intention from now on. */
	settle(): void {
		this.#key = '';
	}
}

/** 128 random bits. Browsers keep `crypto.randomUUID` from pages without https, `getRandomValues` from none. */
export const newKey = (): string =>
	[ ...crypto.getRandomValues( new Uint8Array( 16 ) ) ]
		.map( ( byte ) => byte.toString( 16 ).padStart( 2, '0' ) )
		.join( '' );

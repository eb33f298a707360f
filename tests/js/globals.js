/** What browsers have and jsdom has not. */
const { MessageChannel } = require( 'worker_threads' );
const { TextDecoder, TextEncoder } = require( 'util' );
const { deserialize, serialize } = require( 'v8' );
const { ReadableStream, TransformStream, WritableStream } = require( 'stream/web' );

const missing = {
	MessageChannel,
	ReadableStream,
	TextDecoder,
	TextEncoder,
	TransformStream,
	WritableStream,
	structuredClone: ( value ) => deserialize( serialize( value ) ),
	matchMedia: ( media ) => ( {
		matches: false,
		media,
		addListener() {},
		removeListener() {},
		addEventListener() {},
		removeEventListener() {},
	} ),
	ResizeObserver: class {
		observe() {}
		unobserve() {}
		disconnect() {}
	},
};

for ( const [ name, value ] of Object.entries( missing ) ) {
	global[ name ] ??= value;
}

/** WordPress' components put their styles into every document listed here; jsdom cannot read nested CSS. */
global.__wpStyleRuntime = { documents: new Map(), styles: new Map(), injectedStyles: new WeakMap() };

/** What browsers have and jsdom has not. */
const { MessageChannel } = require( 'worker_threads' );
const { TextDecoder, TextEncoder } = require( 'util' );
const { ReadableStream, TransformStream, WritableStream } = require( 'stream/web' );

const missing = {
	MessageChannel,
	ReadableStream,
	TextDecoder,
	TextEncoder,
	TransformStream,
	WritableStream,
	structuredClone,
	fetch,
	Request,
	Response,
	Headers,
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

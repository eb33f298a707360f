/**
 * An ESLint rule: which parts of the house may import which.
 *
 * A part is `src/features/<noun>`, `src/domain/<noun>`, `blocks/<block>`, `src/shared`, `src/documents` or
 * `src/contract`. What lies outside of them (src/app.tsx, tests) may import anything.
 */
const { dirname, relative, resolve, sep } = require( 'path' );

const ROOT = resolve( __dirname, '..', '..' );

/** What a part may import besides itself: parts, or a single module of one. */
const ALLOWED = {
	'src/features': [ 'src/domain', 'src/shared', 'src/contract', 'src/documents' ],
	'src/domain': [ 'src/shared', 'src/contract', 'src/documents' ],
	blocks: [ 'blocks/shared', 'src/shared', 'src/contract', 'src/documents' ],
	'src/shared': [ 'src/contract' ],
	// Its strings are made by the server: it has nothing to do with money or dates.
	'src/documents': [ 'src/contract', 'src/shared/contrast' ],
	'src/contract': [],
};

/**
 * @param {string} file Absolute path of a file.
 * @return {{ part: string, kind: string } | null} The part of the house it is in.
 */
function partOf( file ) {
	const steps = relative( ROOT, file ).split( sep );
	const isNested = steps[ 0 ] === 'blocks' || [ 'features', 'domain' ].includes( steps[ 1 ] );
	const kind = steps[ 0 ] === 'blocks' ? 'blocks' : steps.slice( 0, 2 ).join( '/' );
	if ( ! ( kind in ALLOWED ) ) {
		return null;
	}
	const depth = kind.split( '/' ).length + ( isNested ? 1 : 0 );
	return { part: steps.slice( 0, depth ).join( '/' ), kind };
}

module.exports = {
	meta: {
		type: 'problem',
		schema: [],
		messages: {
			crossed: '{{ from }} may not import {{ to }}, only {{ allowed }}.',
		},
	},
	create( context ) {
		const from = partOf( context.filename );

		function check( source ) {
			if ( ! from || typeof source?.value !== 'string' || ! source.value.startsWith( '.' ) ) {
				return;
			}
			const target = resolve( dirname( context.filename ), source.value );
			const path = relative( ROOT, target ).split( sep ).join( '/' );
			if ( ! path.startsWith( 'src/' ) && ! path.startsWith( 'blocks/' ) ) {
				return;
			}
			const to = partOf( target )?.part ?? path;
			const allowed = [ from.part, ...ALLOWED[ from.kind ] ];
			if ( ! allowed.some( ( part ) => to === part || path === part || to.startsWith( `${ part }/` ) ) ) {
				context.report( {
					node: source,
					messageId: 'crossed',
					data: { from: from.part, to, allowed: allowed.slice( 1 ).join( ', ' ) || 'nothing of ours' },
				} );
			}
		}

		return {
			ImportDeclaration: ( node ) => check( node.source ),
			ImportExpression: ( node ) => check( node.source ),
			ExportNamedDeclaration: ( node ) => check( node.source ),
			ExportAllDeclaration: ( node ) => check( node.source ),
		};
	},
};

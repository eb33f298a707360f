export const KINDS = [ '500', '429', 'cut-before', 'cut-after', 'slow', 'timeout' ] as const;

export interface Fault {
	match: { method?: string; path?: string };
	kind: ( typeof KINDS )[ number ];
	/** How often it strikes before it is gone. */
	times: number;
	/** `slow`: the wait before the request is executed. */
	delayMs: number;
	/** `500`, `timeout`: the request is executed all the same. */
	after: boolean;
	/** `500`: the idempotency key keeps it, as it does for a request that had begun. */
	kept: boolean;
}

/** What goes wrong on purpose. */
export class Faults {
	private readonly all: Fault[] = [];

	add( fault: Fault ): void {
		this.all.push( fault );
	}

	clear(): void {
		this.all.length = 0;
	}

	list(): readonly Fault[] {
		return this.all;
	}

	/** The fault for this request, used up by one. The path may hold `*` for one or more characters. */
	strike( method: string, path: string ): Fault | null {
		const index = this.all.findIndex(
			( { match } ) =>
				( match.method === undefined || match.method.toUpperCase() === method ) &&
				( match.path === undefined || pattern( match.path ).test( path ) )
		);
		const fault = this.all[ index ];
		if ( ! fault ) {
			return null;
		}
		fault.times -= 1;
		if ( fault.times < 1 ) {
			this.all.splice( index, 1 );
		}
		return fault;
	}
}

function pattern( path: string ): RegExp {
	const escaped = path.split( '*' ).map( ( part ) => part.replace( /[.+?^${}()|[\]\\]/g, '\\$&' ) );
	return new RegExp( `^${ escaped.join( '.+' ) }$` );
}

/**
 * Saves a file to the reader's computer.
 *
 * @param name With its ending; what no file can be called is replaced.
 * @param type MIME type.
 */
export function download( name: string, type: string, content: Uint8Array< ArrayBuffer > | string ): void {
	// Excel reads UTF-8 as such only behind its mark.
	const parts = typeof content === 'string' ? [ '\uFEFF', content ] : [ content ];
	const address = URL.createObjectURL( new Blob( parts, { type } ) );
	const link = document.createElement( 'a' );
	link.href = address;
	link.download = fileName( name );
	link.click();
	setTimeout( () => URL.revokeObjectURL( address ), 60_000 );
}

/** "2026/0012" is "2026-0012": no path, and nothing that Windows refuses. */
export const fileName = ( name: string ): string => name.replace( /[\\/:*?"<>|\p{Cc}]/gu, '-' ).replace( /^\.+/, '' );

/**
 * Saves a file to the reader's computer.
 *
 * @param name With its ending; what no file can be called is replaced.
 */
export function save( name: string, file: Blob ): void {
	const address = URL.createObjectURL( file );
	const link = document.createElement( 'a' );
	link.href = address;
	link.download = fileName( name );
	link.click();
	setTimeout( () => URL.revokeObjectURL( address ), 60_000 );
}

/** "2026/0012" is "2026-0012": no path, and nothing that Windows refuses. */
export const fileName = ( name: string ): string => name.replace( /[\\/:*?"<>|\p{Cc}]/gu, '-' ).replace( /^\.+/, '' );

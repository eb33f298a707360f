const MEGABYTE = 1024 * 1024;

/**
 * "840 KB", "1.2 MB": as WordPress writes sizes.
 *
 * @param bytes  At least 1.
 * @param locale BCP 47, of the reader.
 */
export function formatSize( bytes: number, locale: string ): string {
	const number = ( value: number, digits: number ) =>
		value.toLocaleString( locale, { maximumFractionDigits: digits } );
	if ( bytes < 1024 ) {
		return `${ number( bytes, 0 ) } B`;
	}
	return bytes < MEGABYTE
		? `${ number( Math.round( bytes / 1024 ), 0 ) } KB`
		: `${ number( bytes / MEGABYTE, 1 ) } MB`;
}

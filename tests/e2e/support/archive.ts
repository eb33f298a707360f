/**
 * The files of a ZIP archive whose contents are stored as they are, by name; read from the directory at its end, as
 * any program reads it.
 */
export function filesOf( archive: Buffer ): Map< string, Buffer > {
	const end = archive.lastIndexOf( Buffer.from( [ 0x50, 0x4b, 0x05, 0x06 ] ) );
	const count = archive.readUInt16LE( end + 10 );
	let at = archive.readUInt32LE( end + 16 );
	const files = new Map< string, Buffer >();
	for ( let i = 0; i < count; i++ ) {
		const size = archive.readUInt32LE( at + 20 );
		const name = archive.readUInt16LE( at + 28 );
		const extra = archive.readUInt16LE( at + 30 ) + archive.readUInt16LE( at + 32 );
		const header = archive.readUInt32LE( at + 42 );
		const begin = header + 30 + archive.readUInt16LE( header + 26 ) + archive.readUInt16LE( header + 28 );
		files.set(
			archive.subarray( at + 46, at + 46 + name ).toString( 'utf8' ),
			archive.subarray( begin, begin + size )
		);
		at += 46 + name + extra;
	}
	return files;
}

import { run } from './run.mjs';

/**
 * What of the checkout differs from its last commit, files that git does not know included.
 *
 * @return {Promise<string[]|null>} Paths; null where there is no git or no repository of it.
 */
export async function changedFiles() {
	try {
		const { code, stdout } = await run( 'git', [ 'status', '--porcelain', '--untracked-files=all' ], {
			allowFailure: true,
		} );
		return code === 0
			? stdout
					.split( '\n' )
					.filter( ( line ) => line !== '' )
					.map( ( line ) => line.slice( 3 ) )
			: null;
	} catch {
		return null;
	}
}

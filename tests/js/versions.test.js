import { composerFaults, lockFaults, nodeFaults } from '../../scripts/lint/version-faults.mjs';

const installed = {
	'dev-package-names': [ 'tool/tool' ],
	packages: [
		{ name: 'lib/lib', version: '1.2.3' },
		{ name: 'lib/inner', version: 'v2.0.0' },
		{ name: 'tool/tool', version: 'v3.1.0' },
	],
};
const composer = {
	require: { php: '>=8.2', 'ext-intl': '*', 'lib/lib': '1.2.3', 'lib/inner': '2.0.0' },
	'require-dev': { 'tool/tool': '3.1.0' },
};
const require = ( changes ) => ( { ...composer, require: { ...composer.require, ...changes } } );

describe( 'versions', () => {
	test( 'composer.json names everything that is installed, exactly', () => {
		expect( composerFaults( composer, installed ) ).toEqual( [] );
		const { 'lib/inner': _inner, ...rest } = composer.require;
		expect( composerFaults( { ...composer, require: rest }, installed ) ).toEqual( [
			'composer.json: lib/inner 2.0.0 is installed and not in "require"',
		] );
		expect( composerFaults( require( { 'lib/lib': '1.2.4' } ), installed ) ).toEqual( [
			'composer.json: lib/lib 1.2.4, but installed is 1.2.3',
		] );
		expect( composerFaults( require( { 'lib/lib': '^1.2.3' } ), installed ) ).toEqual( [
			'composer.json: lib/lib has no exact version: ^1.2.3',
		] );
		expect( composerFaults( require( { 'lib/none': '1.0.0' } ), installed ) ).toEqual( [
			'composer.json: lib/none 1.0.0, but installed is none',
		] );
	} );

	test( 'what ships does not stand among the tools', () => {
		const { 'lib/inner': inner, ...rest } = composer.require;
		const moved = { require: rest, 'require-dev': { ...composer[ 'require-dev' ], 'lib/inner': inner } };
		expect( composerFaults( moved, installed ) ).toEqual( [
			'composer.json: lib/inner 2.0.0 is installed and not in "require"',
		] );
	} );

	test( 'package.json has exact versions, and the package inside it the same', () => {
		const outer = { name: 'outer', dependencies: { zod: '4.0.0' }, devDependencies: { ajv: '8.20.0' } };
		const inner = ( devDependencies ) => ( { name: 'inner', devDependencies } );
		expect( nodeFaults( outer, inner( { ajv: '8.20.0' } ) ) ).toEqual( [] );
		expect( nodeFaults( outer, inner( { ajv: '8.20.1' } ) ) ).toEqual( [
			'inner: ajv 8.20.1, but the checkout has 8.20.0',
		] );
		expect( nodeFaults( { name: 'outer', dependencies: { zod: '^4.0.0' } }, inner( {} ) ) ).toEqual( [
			'outer: zod has no exact version: ^4.0.0',
		] );
	} );

	test( 'what npm installed is what the lock file says, on every platform', () => {
		const json = { dependencies: { zod: '4.0.0' } };
		const lock = ( packages ) => ( { packages: { '': json, ...packages } } );
		const zod = { 'node_modules/zod': { version: '4.0.0' } };
		const mine = { ...zod, 'node_modules/mine': { version: '1.0.0', optional: true } };
		expect( lockFaults( json, lock( zod ), { packages: mine } ) ).toEqual( [] );
		expect( lockFaults( json, lock( zod ), { packages: { 'node_modules/zod': { version: '4.0.1' } } } ) ).toEqual( [
			'package-lock.json: node_modules/zod 4.0.0, but installed is 4.0.1',
		] );
		expect( lockFaults( { dependencies: { zod: '4.0.1' } }, lock( zod ), { packages: zod } ) ).toEqual( [
			'package-lock.json: zod 4.0.0, but package.json has 4.0.1',
		] );
		expect( lockFaults( json, lock( {} ), { packages: zod } ) ).toEqual( [
			'package-lock.json: node_modules/zod 4.0.0 is installed and not in it',
		] );
		const named = { 'node_modules/zod': { version: '4.0.0', resolved: 'https://somewhere.test/zod.tgz' } };
		expect( lockFaults( json, lock( named ), { packages: zod } ) ).toHaveLength( 1 );
	} );
} );

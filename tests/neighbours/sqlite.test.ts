import { walkBeside } from './beside';
import { CIRCUMSTANCES, NEIGHBOURS } from './neighbours';

walkBeside(
	'sqlite',
	[],
	[ ...NEIGHBOURS, ...CIRCUMSTANCES ].map( ( { name } ) => name )
);

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { StripeEvent } from './objects';
import { Webhooks } from './webhooks';
import { World } from './world';

/** A timer may fire a hair before its time, as the machine's clock has it: then nothing is due yet. */
test( 'a timer that fires too early is set again', () => {
	mock.timers.enable( { apis: [ 'setTimeout' ] } );
	mock.method( globalThis, 'fetch', () => new Promise( () => undefined ) );
	const begin = 1_800_000_000_000;
	let clock = begin;
	mock.method( Date, 'now', () => clock );
	const world = new World();
	const webhooks = new Webhooks( () => world, { url: 'http://127.0.0.1:1/hook', secret: 'whsec_x' } );
	const event = { id: 'evt_1', type: 'customer.created', _tenant: '' } as StripeEvent;
	world.state.collections.events[ event.id ] = event;
	webhooks.set( { mode: 'delay', copies: 1, delayMs: 300 } );
	webhooks.publish( event );
	const states = () => webhooks.list().map( ( one ) => one.state );

	clock = begin + 299;
	mock.timers.tick( 300 );
	assert.deepEqual( states(), [ 'waiting' ] );
	clock = begin + 300;
	mock.timers.tick( 1 );

	assert.deepEqual( states(), [ 'sending' ] );
	webhooks.close();
	mock.reset();
} );

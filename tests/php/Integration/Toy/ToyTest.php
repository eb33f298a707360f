<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Toy;

use Counterfoil\Activity\ActivityModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\CommittingTestCase;

/** A noun is added with one line and works: its table, route, job, event, letter and screen, without a word about it anywhere else. */
final class ToyTest extends CommittingTestCase
{
    use BootsToys;

    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->boot_with_toys();
        $this->plugin->module(SharedModule::class)->migrate();
    }

    protected function tearDown(): void
    {
        $this->forget_toys();
        parent::tearDown();
    }

    public function test_a_noun_with_one_of_everything_works(): void
    {
        $server = $GLOBALS['wp_rest_server'];
        unset($GLOBALS['wp_rest_server']);
        try {
            self::assert_status(401, $this->rest('POST', '/counterfoil/v1/toys', ['name' => 'Bear']));
            self::assert_status(403, $this->rest('POST', '/counterfoil/v1/toys', ['name' => 'Bear'], $this->user()));
            $staff = $this->administrator();
            self::assert_status(400, $this->rest('POST', '/counterfoil/v1/toys', ['name' => 'Bear', 'price' => 3], $staff));
            $answer = $this->rest('POST', '/counterfoil/v1/toys', ['name' => 'Bear'], $staff);
        } finally {
            $GLOBALS['wp_rest_server'] = $server;
        }
        self::assert_status(201, $answer);
        $id = $answer->get_data()['id'];
        $toys = $this->plugin->module(ToyModule::class);
        self::assertNull($toys->colour($id));

        $this->plugin->module(SharedModule::class)->worker()->run(only: ['toy.paint', 'mail.send']);
        self::assertSame('red', $toys->colour($id));
        self::assertSame('Toy Bear made', $this->plugin->module(ActivityModule::class)->timeline()->recent(1, Viewer::system())[0]['summary']);
        self::assertSame('A toy for you', $this->outbox->to('jane@client.test')[0]['subject'] ?? '');
    }
}

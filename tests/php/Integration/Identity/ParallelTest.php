<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\ClientDetails;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Identity\TokenPurpose;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

final class ParallelTest extends CommittingTestCase
{
    public function test_abuse_19_a_link_opened_eight_times_at_once_works_once(): void
    {
        $secret = Plugin::instance()->module(IdentityModule::class)->tokens()->issue(TokenPurpose::Magic, 1, 1);

        $answers = Processes::parallel(8, __DIR__ . '/redeem-link.php', [$secret]);

        self::assertSame(array_fill(0, 8, null), array_column($answers, 'error'));
        self::assertCount(1, array_filter(array_column($answers, 'result')));
    }

    public function test_abuse_19_an_invitation_accepted_eight_times_at_once_makes_one_account(): void
    {
        $plugin = Plugin::instance();
        $clients = $plugin->module(ClientsModule::class);
        // Two of the agency's clients invite the same person, who opens both links several times.
        $secrets = [];
        foreach (['Acme', 'Bolt'] as $name) {
            $client = $clients->clients()->insert($plugin->module(PortalsModule::class)->portals()->default()->id, new ClientDetails($name, '', '', new Address(), '', Currency::of('EUR'), ''));
            $contact = $clients->contacts()->insert($client, $clients->roles()->default()->id, 'Jane Doe', 'jane@client.test');
            $clients->contacts()->set_access($contact, Access::None, Access::Invited);
            $secrets[] = $plugin->module(IdentityModule::class)->tokens()->issue(TokenPurpose::Invitation, $contact);
        }

        $answers = Processes::parallel(8, __DIR__ . '/accept-invitation.php', $secrets);

        self::assertSame(array_fill(0, 8, null), array_column($answers, 'error'));
        $results = array_column($answers, 'result');
        self::assertContains(200, $results);
        self::assertSame([], array_diff($results, [200, 400, 409, 429]), 'Nobody is told of a mistake of ours.');
        $users = get_users(['search' => 'jane@client.test', 'search_columns' => ['user_email'], 'fields' => 'ID']);
        self::assertCount(1, $users, 'One address, one account.');
        $winner = (int) array_search(200, $results, true);
        $account = $plugin->module(IdentityModule::class)->accounts()->by_email('jane@client.test');
        self::assertNotNull($account);
        self::assertTrue($plugin->module(IdentityModule::class)->accounts()->password_fits($account->user, "four calm words {$winner}"));
    }

    public function test_abuse_18_tries_at_the_same_moment_do_not_pass_as_one(): void
    {
        $answers = Processes::parallel(4, __DIR__ . '/try-password.php', ['jane@client.test']);

        self::assertSame(array_fill(0, 4, null), array_column($answers, 'error'));
        // Five are free; a wait of five seconds may end once while this runs.
        $tries = (int) array_sum(array_column($answers, 'result'));
        self::assertGreaterThanOrEqual(1, $tries);
        self::assertLessThanOrEqual(6, $tries);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Clients\Access;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Tests\Support\PortalTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Addresses that look like somebody's, or that a database takes for the same, are other people's. */
final class LookAlikesTest extends PortalTestCase
{
    use UsesTheLogIn;

    /** @return iterable<string, array{string}> none of them is known@client.test */
    public static function strangers(): iterable
    {
        yield 'an accent' => ['kņown@client.test'];
        yield 'an accent of its own' => ["kn\u{0327}own@client.test"];
        yield 'full width' => ['ｋnown@client.test'];
        yield 'a long s' => ["known@client.te\u{017F}t"];
        yield 'zero width' => ["known@cl\u{200B}ient.test"];
        yield 'a soft hyphen' => ["kno\u{00AD}wn@client.test"];
        yield 'a dot' => ['k.nown@client.test'];
        yield 'a dotless i' => ['known@clıent.test'];
        yield 'a dot at the end' => ['known@client.test.'];
    }

    #[DataProvider('strangers')]
    public function test_abuse_63_a_look_alike_is_nobody(string $email): void
    {
        $contact = $this->active_contact($this->client(), 'known@client.test');
        self::assertContains($this->log_in($email, self::PASSWORD)->get_status(), [400]);
        foreach (['/password-resets', '/magic-links'] as $route) {
            self::assertContains($this->rest('POST', "/counterfoil/v1{$route}", ['email' => $email])->get_status(), [200, 400]);
        }
        $this->send_mail();
        $this->assert_no_mail();
        self::assertSame([], $this->cookies);
        self::assertNull($this->plugin->module(IdentityModule::class)->accounts()->by_email($email));
        self::assertSame($contact->user_id, $this->plugin->module(IdentityModule::class)->accounts()->by_email('known@client.test')?->user->ID);
    }

    /** @return iterable<string, array{string}> all of them are known@client.test */
    public static function spellings(): iterable
    {
        yield 'capitals' => ['KNOWN@Client.TEST'];
        yield 'blanks around it' => [' known@client.test '];
    }

    #[DataProvider('spellings')]
    public function test_abuse_63_another_spelling_is_the_same_person_and_counted_as_one(string $email): void
    {
        $this->active_contact($this->client(), 'known@client.test');
        $statuses = [];
        for ($try = 0; $try < 3; ++$try) {
            $statuses[] = $this->log_in($email, 'wrong password')->get_status();
            $statuses[] = $this->log_in('known@client.test', 'wrong password')->get_status();
        }
        if (trim($email) !== $email) {
            // The contract takes no blanks; a form without JavaScript trims them.
            self::assertSame([400, 400], array_slice($statuses, 0, 2));

            return;
        }
        self::assertSame([400, 400, 400, 400, 400, 429], $statuses, 'Five tries of both together.');
        $this->plugin->database()->execute("DELETE FROM {$this->plugin->database()->table('login_throttle')}");
        self::assert_status(200, $this->log_in($email, self::PASSWORD));
    }

    public function test_abuse_63_an_account_of_wordpress_in_capitals_is_found(): void
    {
        $contact = $this->active_contact($this->client(), 'known@client.test');
        global $wpdb;
        $wpdb->update($wpdb->users, ['user_email' => 'Known@Client.test'], ['ID' => $contact->user_id]);
        clean_user_cache((int) $contact->user_id);
        self::assert_status(200, $this->log_in('known@client.test', self::PASSWORD));
    }

    /** A plugin for such addresses may let them in by is_email(). */
    public function test_abuse_63_an_invitation_to_a_look_alike_makes_somebody_else(): void
    {
        add_filter('is_email', static fn (mixed $is, string $email): mixed => $email === 'kņown@client.test' ? $email : $is, 10, 2);
        add_filter('sanitize_email', static fn (string $clean, string $email): string => $email === 'kņown@client.test' ? $email : $clean, 10, 2);
        $known = $this->active_contact($this->client('First'), 'known@client.test');
        $other = $this->contact($this->client('Second'), 'kņown@client.test');
        $token = $this->invite($other);
        self::assert_status(200, $this->redeem('invitations', $token, 'quite another password'));
        $other = $this->again($other);
        self::assertSame(Access::Active, $other->access);
        self::assertNotSame($known->user_id, $other->user_id);
        $accounts = $this->plugin->module(IdentityModule::class)->accounts();
        self::assertSame([$known->user_id, $other->user_id], [$accounts->by_email('known@client.test')?->user->ID, $accounts->by_email('kņown@client.test')?->user->ID]);
    }

    public function test_abuse_63_contacts_of_one_client_may_look_alike_and_not_be_the_same(): void
    {
        $client = $this->client();
        $contacts = $this->plugin->module(\Counterfoil\Clients\ClientsModule::class)->contacts();
        $this->contact($client, 'known@client.test');
        $other = $this->contact($client, 'kņown@client.test');
        self::assertSame('kņown@client.test', $other->email);
        self::assertCount(2, $contacts->of_client($client->id, \Counterfoil\Shared\Viewer::system()));
        $staff = $this->administrator();
        self::assert_status(400, $this->rest('POST', "/counterfoil/v1/clients/{$client->id}/contacts", ['name' => 'K', 'email' => 'KNOWN@client.test'], $staff));
        self::assert_status(201, $this->rest('POST', "/counterfoil/v1/clients/{$client->id}/contacts", ['name' => 'K', 'email' => 'k.nown@client.test'], $staff));
    }
}

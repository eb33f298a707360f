<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Activity;

use Counterfoil\Activity\ActivityModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use RuntimeException;
use SplFileInfo;

/** Law 9: what happened is written with the change, and read from nowhere else. */
final class EventTimelineTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    public function test_law_9_an_event_is_written_in_the_transaction_of_its_change(): void
    {
        $database = $this->plugin()->database();
        try {
            $database->transaction(function (): void {
                $this->plugin()->module(ActivityModule::class)->log()->record('client.created', [['client', 1]], 1, Actor::system());
                throw new RuntimeException('undone');
            });
        } catch (RuntimeException) {
            self::assertSame(0, $this->rows_in('events'));
        }
    }

    public function test_law_9_who_and_when_stay_as_they_were(): void
    {
        $staff = $this->user('administrator', ['display_name' => 'Jan Kowalski']);
        $client = $this->client();
        $answer = self::fits('invoices.create', $this->rest('POST', '/counterfoil/v1/invoices', $this->body($client->id), $staff));
        wp_update_user(['ID' => $staff, 'display_name' => 'Renamed']);
        $event = $this->plugin()->module(ActivityModule::class)->timeline()->of('invoice', $answer['id'], Viewer::system(), 10, null)['items'][0];

        self::assertSame(['type' => 'staff', 'name' => 'Jan Kowalski'], $event['actor']);
        self::assertSame(['invoice', $answer['id'], 'Harbour & Pine'], [$event['subject']['type'], $event['subject']['id'], $event['client']['name'] ?? '']);
    }

    public function test_pages_follow_each_other(): void
    {
        $log = $this->plugin()->module(ActivityModule::class)->log();
        for ($i = 1; $i <= 5; $i++) {
            $log->record('invoice.updated', [['invoice', 7]], 3, Actor::system(), ['n' => $i]);
            $log->record('invoice.updated', [['invoice', 8]], 3, Actor::system());
        }
        $timeline = $this->plugin()->module(ActivityModule::class)->timeline();
        $first = $timeline->of('invoice', 7, Viewer::system(), 3, null);
        $second = $timeline->of('invoice', 7, Viewer::system(), 3, $first['next_cursor']);

        self::assertSame([3, 2, null], [count($first['items']), count($second['items']), $second['next_cursor']]);
        self::assertCount(10, $timeline->of_client(3, Viewer::system(), 20, null)['items']);
        self::assertCount(4, $timeline->recent(4, Viewer::system()));
    }

    public function test_all_subjects_of_an_event_have_it_in_their_timeline(): void
    {
        $client = $this->client();
        $this->plugin()->module(ActivityModule::class)->log()->record('payment.succeeded', [['payment', 5], ['invoice', 7], ['invoice', 8]], $client->id, Actor::system());
        $timeline = $this->plugin()->module(ActivityModule::class)->timeline();

        foreach ([['payment', 5], ['invoice', 7], ['invoice', 8]] as [$type, $id]) {
            $events = $timeline->of($type, $id, Viewer::system(), 10, null)['items'];
            self::assertSame([[['type' => 'payment', 'id' => 5], ['id' => $client->id, 'name' => $client->name]]], array_map(static fn (array $event): array => [$event['subject'], $event['client']], $events));
        }
        self::assertSame([], $timeline->of('invoice', 5, Viewer::system(), 10, null)['items']);
    }

    public function test_who_sees_some_clients_sees_what_happened_to_these_alone(): void
    {
        $log = $this->plugin()->module(ActivityModule::class)->log();
        $log->record('invoice.updated', [['invoice', 7]], 3, Actor::system());
        $log->record('invoice.updated', [['invoice', 9]], 4, Actor::system());
        $log->record('settings.business_updated', [['settings', 0]], null, Actor::system());
        $timeline = $this->plugin()->module(ActivityModule::class)->timeline();
        $limited = Viewer::staff(Actor::system(), ['view'], [3]);

        self::assertCount(3, $timeline->recent(10, Viewer::staff(Actor::system(), ['view'])));
        self::assertSame(['invoice.updated'], array_column($timeline->recent(10, $limited), 'type'));
        self::assertCount(1, $timeline->of('invoice', 7, $limited, 10, null)['items']);
        self::assertSame([], $timeline->of('invoice', 9, $limited, 10, null)['items']);
        self::assertSame([], $timeline->of_client(4, $limited, 10, null)['items']);
        self::assertSame([], $timeline->recent(10, Viewer::stranger()));
    }

    public function test_a_timeline_costs_two_queries(): void
    {
        $log = $this->plugin()->module(ActivityModule::class)->log();
        for ($i = 1; $i <= 12; $i++) {
            $log->record('invoice.updated', [['invoice', $i]], $this->client()->id, Actor::system());
        }
        $timeline = $this->plugin()->module(ActivityModule::class)->timeline();
        $before = $GLOBALS['wpdb']->num_queries;

        $timeline->recent(10, Viewer::system());

        self::assertSame(2, $GLOBALS['wpdb']->num_queries - $before);
    }

    public function test_a_cursor_of_another_list_is_refused(): void
    {
        $log = $this->plugin()->module(ActivityModule::class)->log();
        for ($i = 0; $i < 3; $i++) {
            $log->record('invoice.updated', [['invoice', 7]], 3, Actor::system());
        }
        $cursor = $this->plugin()->module(ActivityModule::class)->timeline()->of('invoice', 7, Viewer::system(), 2, null)['next_cursor'];

        $this->expectException(\Counterfoil\Shared\DomainError::class);
        $this->plugin()->module(ActivityModule::class)->timeline()->of('invoice', 8, Viewer::system(), 2, $cursor);
    }

    /** Every type that the code records has a sentence of its own. */
    /** Kinds of postings in the books, which are no events. */
    private const POSTINGS = ['invoice.issued', 'payment.received', 'payment.recorded', 'payment.undone', 'refund.returned'];

    public function test_every_type_that_is_recorded_has_a_sentence(): void
    {
        $types = [];
        foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator(dirname(__DIR__, 4) . '/includes')) as $file) {
            if ($file instanceof SplFileInfo && $file->getExtension() === 'php' && ! str_ends_with($file->getPathname(), 'Sentences.php')) {
                preg_match_all("/'((?:invoice|payment|refund|client|contact|website|product|plan|settings|role)\.[a-z_]+)'/", (string) file_get_contents($file->getPathname()), $found);
                array_push($types, ...$found[1]);
            }
        }
        $types = array_filter(array_diff(array_unique($types), self::POSTINGS), static fn (string $type): bool => preg_match('/\.(view|manage)$/', $type) === 0);
        $sentences = $this->plugin()->module(ActivityModule::class)->event_sentences();

        self::assertGreaterThan(30, count($types));
        self::assertSame([], array_values(array_filter($types, static fn (string $type): bool => $sentences->say($type, []) === $type)));
    }

    /** @param array<string, mixed> $data */
    #[DataProvider('events')]
    public function test_says_what_happened(string $type, array $data, string $expected): void
    {
        self::assertSame($expected, $this->plugin()->module(ActivityModule::class)->event_sentences()->say($type, $data));
    }

    /** @return iterable<string, array{string, array<string, mixed>, string}> */
    public static function events(): iterable
    {
        yield 'sent' => ['invoice.sent', ['number' => 'INV-1', 'recipients' => 'a@x.test'], 'Invoice INV-1 sent to a@x.test'];
        yield 'paid' => ['payment.succeeded', ['amount' => 117691, 'currency' => 'EUR', 'method' => 'Visa ending in 4242'], 'Payment of €1,176.91 received (Visa ending in 4242)'];
        yield 'offline' => ['payment.recorded_offline', ['amount' => 500, 'currency' => 'JPY', 'method' => 'bank_transfer'], 'Payment of ¥500 recorded (Bank transfer)'];
        yield 'failed' => ['payment.failed', ['amount' => 500, 'currency' => 'EUR', 'failure_code' => 'expired_card'], 'Payment of €5.00 failed: This card has expired. Please use another card.'];
        yield 'settings' => ['settings.pages_created', [], 'Portal pages created'];
        yield 'refunded' => ['refund.made', ['amount' => 100, 'currency' => 'USD'], '$1.00 refunded'];
        yield 'a currency nobody knows' => ['refund.made', ['amount' => 100, 'currency' => 'XXX'], '100 XXX refunded'];
        yield 'abuse 49: a name is text' => ['product.created', ['name' => '<script>%s %d</script>'], 'Product <script>%s %d</script> created'];
        yield 'a type of a newer version' => ['moon.landed', [], 'moon.landed'];
        yield 'data of the wrong kind' => ['invoice.sent', ['number' => ['x'], 'recipients' => null], 'Invoice  sent'];
    }
}

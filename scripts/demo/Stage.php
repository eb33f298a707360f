<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Closure;
use Counterfoil\Clients\CheckVatId;
use Counterfoil\Payments\Methods\KeepPaid;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\SharedModule;
use DateTimeImmutable;
use DateTimeZone;
use RuntimeException;
use WP_REST_Request;

/** The clock, who is logged in, the mail that would have gone out, and what happens when. */
final class Stage
{
    public readonly DateTimeImmutable $today;

    /** @var list<array{DateTimeImmutable, int, Closure(): void}> */
    private array $scenes = [];

    /** @var list<array{to: string, text: string}> */
    private array $mails = [];

    private int $planned = 0;
    private int $administrator;

    public function __construct(private readonly string $stripe_url)
    {
        $this->today = new DateTimeImmutable('today 12:00', new DateTimeZone('Europe/Berlin'));
        $this->administrator = (int) get_users(['role' => 'administrator', 'fields' => 'ID', 'number' => 1])[0];
        wp_update_user(['ID' => $this->administrator, 'display_name' => 'Jonna Lindqvist', 'first_name' => 'Jonna', 'last_name' => 'Lindqvist']);
        add_filter('send_auth_cookies', '__return_false');
        // WordPress hashes a password anew, with its own cost, when somebody logs in with it.
        add_filter('wp_hash_password_options', static fn (): array => ['cost' => 4]);
        add_filter('pre_wp_mail', function (?bool $sent, array $mail): bool {
            $this->mails[] = ['to' => implode(',', (array) $mail['to']), 'text' => $mail['message']];

            return true;
        }, 10, 2);
        $this->set($this->today->modify('-190 days'));
    }

    /** At a moment relative to today; scenes of the same moment keep their order. */
    public function at(string $when, Closure $scene): void
    {
        $this->scenes[] = [$this->today->modify($when), ++$this->planned, $scene];
    }

    /** Everything that was planned, in the order of time; what lies ahead is left out. */
    public function play(): void
    {
        $end = new DateTimeImmutable();
        while ($this->scenes !== []) {
            // Anew each time: a scene may plan others.
            usort($this->scenes, static fn (array $a, array $b): int => [$a[0], $a[1]] <=> [$b[0], $b[1]]);
            [$moment, , $scene] = array_shift($this->scenes);
            if ($moment < $end) {
                $this->set($moment);
                $scene();
                $this->go_on();
            }
        }
        $this->clock()->shift(0);
    }

    /**
     * A request of the staff, as the admin app sends it.
     *
     * @param array<string, mixed>|null $body
     * @return array<string, mixed>
     */
    public function ask(string $method, string $path, ?array $body = null, bool $as_staff = true): array
    {
        wp_set_current_user($as_staff ? $this->administrator : 0);
        $request = new WP_REST_Request($method, "/counterfoil/v1{$path}");
        if ($body !== null) {
            $request->set_header('Content-Type', 'application/json');
            $request->set_body((string) wp_json_encode($body));
        }
        $response = rest_do_request($request);
        $answer = json_decode((string) wp_json_encode($response->get_data()), true);
        if ($response->is_error()) {
            throw new RuntimeException("{$method} {$path}: " . wp_json_encode($answer));
        }

        return $answer;
    }

    /** Sends what lies in the outbox, into this array, not into the world; and asks after VAT ids. */
    private function go_on(): void
    {
        Plugin::instance()->module(SharedModule::class)->worker()->run(only: ['mail.send', CheckVatId::JOB, KeepPaid::JOB]);
    }

    /** The secret of the newest link that was mailed to somebody. */
    public function token_mailed_to(string $address): string
    {
        foreach (array_reverse($this->mails) as $mail) {
            if (str_contains($mail['to'], $address) && preg_match('/(?:token|invitation)=([A-Za-z0-9_-]{20,})/', $mail['text'], $match) === 1) {
                return $match[1];
            }
        }
        throw new RuntimeException("No link was mailed to {$address}.");
    }

    /**
     * @param array<string, mixed> $body
     * @return array<string, mixed>
     */
    public function stripe(string $control, array $body): array
    {
        $response = wp_remote_post("{$this->stripe_url}/_control/{$control}", [
            'headers' => ['Content-Type' => 'application/json'],
            'body' => (string) wp_json_encode($body),
        ]);

        return (array) json_decode(wp_remote_retrieve_body($response), true);
    }

    /** @return array<mixed> */
    public function stripe_ledger(): array
    {
        return (array) json_decode(wp_remote_retrieve_body(wp_remote_get("{$this->stripe_url}/_control/ledger")), true);
    }

    public function now(): DateTimeImmutable
    {
        return $this->clock()->now();
    }

    public function staff(): int
    {
        return $this->administrator;
    }

    public function portal_url(): string
    {
        $plugin = Plugin::instance();

        return $plugin->module(PortalsModule::class)->urls()->portal($plugin->module(PortalsModule::class)->portals()->default());
    }

    private function set(DateTimeImmutable $moment): void
    {
        $this->clock()->set($moment);
    }

    private function clock(): MovableClock
    {
        $clock = Plugin::instance()->clock();

        return $clock instanceof MovableClock ? $clock : throw new RuntimeException('Demo data needs COUNTERFOIL_DEMO.');
    }
}

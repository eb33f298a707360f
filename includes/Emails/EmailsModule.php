<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Closure;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Change\PostBox;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use PHPMailer\PHPMailer\PHPMailer;
use WP_Error;

final class EmailsModule extends Module
{
    /** Sends at once, from a request of its own. */
    private const SOON = 'counterfoil_send_mail';

    private ?OutboxRepository $rows = null;
    private ?Outbox $outbox = null;
    private ?LetterRegistry $letters = null;
    private ?Mailer $mailer = null;
    private ?Closure $send_here = null;
    private ?Closure $send_elsewhere = null;

    public function hooks(): void
    {
        add_action(self::SOON, fn () => $this->sender()->run());
        if (wp_doing_cron()) {
            // Who wanted a cron while this one ran was refused it (spawn_cron() knows one at a time), maybe after the jobs above.
            add_action('shutdown', fn () => $this->sender()->run(), 20);
        }
        add_action('phpmailer_init', fn (PHPMailer $mailer) => $this->mailer?->prepare($mailer), 50);
        add_action('wp_mail_failed', fn (WP_Error $error) => $this->mailer?->note_failure($error));
    }

    public function tables(): array
    {
        return [OutboxTable::class];
    }

    public function jobs(): array
    {
        return [new Job('mail.send', function (): null {
            $this->sender()->run();

            return null;
        }, every: MINUTE_IN_SECONDS)];
    }

    public function provides(): array
    {
        return [PostBox::class => $this->outbox(...)];
    }

    public function outbox(): Outbox
    {
        return $this->outbox ??= new Outbox($this->rows(), $this->plugin->database(), $this->kick(...));
    }

    public function rows(): OutboxRepository
    {
        return $this->rows ??= new OutboxRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function sender(): Sender
    {
        $portals = $this->plugin->module(PortalsModule::class);
        $this->mailer ??= new Mailer(new HtmlLetter(), new TextLetter());

        return new Sender(
            $this->rows(),
            $this->plugin->database(),
            $this->mailer,
            $portals->portals(),
            $portals->logo(),
            $this->plugin->module(BusinessModule::class)->business(...),
            $this->registry()
        );
    }

    public function registry(): LetterRegistry
    {
        return $this->letters ??= new LetterRegistry(fn (): array => array_merge(...array_map(static fn (Module $module): array => $module->letters(), $this->plugin->modules())));
    }

    /** Something was written to the outbox: send it once this request has answered. */
    private function kick(string $message): void
    {
        // A reader who closes the page would end this process with the page's last bytes, before mail is sent.
        ignore_user_abort(true);
        // Each closure is made once, and so hooked once, however often.
        add_action('shutdown', $this->registry()->writer($message) instanceof AskedByAnybody ? $this->send_elsewhere ??= $this->send_elsewhere(...) : $this->send_here ??= $this->send_here(...), 20);
    }

    private function send_here(): void
    {
        $this->let_the_reader_go();
        $this->sender()->run();
    }

    /** Where the reader would notice how long it takes, it would tell whether an address is known: another process does it. */
    private function send_elsewhere(): void
    {
        if ($this->let_the_reader_go()) {
            $this->sender()->run();

            return;
        }
        wp_schedule_single_event(time(), self::SOON);
        spawn_cron();
    }

    /** @return bool whether the answer is complete for the reader while this process goes on */
    private function let_the_reader_go(): bool
    {
        $finish = array_values(array_filter(['fastcgi_finish_request', 'litespeed_finish_request'], function_exists(...)))[0] ?? null;

        return $finish !== null && $finish() !== false;
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Closure;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Emails\Rest\EmailsController;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Change\PostBox;
use Counterfoil\Shared\Finding;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Shared\Rest\AnswerFirst;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;

final class EmailsModule extends Module
{
    private ?OutboxRepository $rows = null;
    private ?Outbox $outbox = null;
    private ?LetterRegistry $letters = null;
    private ?Mailer $mailer = null;
    private ?Closure $send_here = null;
    private ?Closure $send_elsewhere = null;

    public function hooks(): void
    {
        // Also in a later request: a plugin may have kept our mail, to send it then.
        add_action('phpmailer_init', [Enclosures::class, 'complete'], 50);
    }

    public function tables(): array
    {
        return [OutboxTable::class];
    }

    public function jobs(): array
    {
        return [
            new Job(
                Outbox::JOB,
                function (int $id): null {
                    $this->sender()->send($id);

                    return null;
                },
                given_up: fn (int $id) => $this->rows()->given_up($id, Sender::not_written())
            ),
            new Job('mail.sweep', function (): null {
                $this->rows()->sweep();
                Enclosures::sweep($this->plugin->clock()->now()->getTimestamp());

                return null;
            }, every: DAY_IN_SECONDS),
        ];
    }

    public function personal_data(): array
    {
        return [fn (): PersonalMails => new PersonalMails($this->rows())];
    }

    public function provides(): array
    {
        return [PostBox::class => $this->outbox(...)];
    }

    public function health(): array
    {
        return ['mail' => fn (): Finding => $this->rows()->unsent(Viewer::system())->finding($this->plugin->silences()->since(Mailer::SILENCE))];
    }

    public function overview_now(): array
    {
        return [fn (Viewer $viewer): array => MailOnOverview::parts($this->rows()->problems($viewer))];
    }

    public function outbox(): Outbox
    {
        return $this->outbox ??= new Outbox(new NewMails($this->plugin->database(), $this->plugin->clock()), $this->registry(), $this->plugin->queue(), $this->plugin->database(), $this->kick(...), fn (): NotesMail => $this->plugin->provided(NotesMail::class));
    }

    /** In this process, as it ends: for a mail that must not wait for a worker, since there is none. */
    public function send_by_ourselves(string $reason): void
    {
        add_action('shutdown', function () use ($reason): void {
            $id = $this->rows()->left_for($reason);
            if ($id !== null) {
                $this->plugin->module(SharedModule::class)->worker()->run_one(Outbox::JOB, $id);
            }
        }, 30);
    }

    public function rows(): OutboxRepository
    {
        return $this->rows ??= new OutboxRepository($this->plugin->database(), $this->plugin->clock());
    }

    /** The letters of all modules. */
    public function registry(): LetterRegistry
    {
        return $this->letters ??= new LetterRegistry(fn (): array => array_merge(...array_map(static fn (Module $module): array => $module->letters(), $this->plugin->contributing('letters'))));
    }

    public function sentences(): array
    {
        return Sentences::all();
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('emails.get', fn (): array => $this->controller()->get());
        $routes->bind('emails.update', fn (Request $request): array => $this->controller()->update($request));
        $routes->bind('emails.preview', fn (Request $request): array => $this->controller()->preview($request));
        $routes->bind('emails.test', fn (Request $request): array => $this->controller()->test($request));
        $routes->bind('emails.list', fn (Request $request): array => $this->controller()->list($request));
        $routes->bind('emails.export', fn (Request $request): CsvFile => $this->controller()->export($request));
        $routes->bind('emails.unsent', fn (Request $request): array => $this->rows()->unsent($request->viewer)->to_wire());
        $routes->bind('emails.resend', fn (Request $request): array => $this->controller()->resend($request));
    }

    private function controller(): EmailsController
    {
        $portals = $this->plugin->module(PortalsModule::class);
        $log = new MailLog($this->plugin->database(), $this->registry(), fn (): FindsClients => $this->plugin->provided(FindsClients::class));

        return new EmailsController(
            $this->settings(),
            $this->registry(),
            new UpdateMailSettings($this->plugin->changes(), $this->settings(), $this->registry()),
            new TryLetter($this->registry(), $this->rows(), $portals->portals(), $portals->logo(), $this->plugin->module(BusinessModule::class)->business(...), $this->mailer(...), $this->plugin->clock()),
            $log,
            new EmailExport($log, $this->plugin->module(BusinessModule::class)->calendar(...)),
            new ResendMail($this->plugin->changes(), $this->rows(), $this->registry(), $this->plugin->clock()),
        );
    }

    public function settings(): MailSettingsRepository
    {
        return new MailSettingsRepository($this->plugin->settings());
    }

    private function mailer(): Mailer
    {
        return $this->mailer ??= new Mailer(new HtmlLetter(), new TextLetter(), $this->plugin->silences());
    }

    private function sender(): Sender
    {
        $portals = $this->plugin->module(PortalsModule::class);

        return new Sender(
            $this->rows(),
            $this->mailer(),
            $portals->portals(),
            $portals->logo(),
            $this->plugin->module(BusinessModule::class)->business(...),
            $this->registry(),
            $this->settings()
        );
    }

    /** Something was written to the outbox: send it once this request has answered. */
    private function kick(string $message): void
    {
        // A reader who closes the page would end this process with the page's last bytes, before mail is sent.
        ignore_user_abort(true);
        // Each closure is made once, and so hooked once, however often.
        add_action('shutdown', $this->registry()->writer($message) instanceof AskedByAnybody ? $this->send_elsewhere ??= $this->send_elsewhere(...) : $this->send_here ??= $this->send_here(...), 20);
    }

    /** Nobody waits for a mail server: this process sends where its answer is out or nobody reads it, else the worker does. */
    private function send_here(): void
    {
        if (! AnswerFirst::send() && PHP_SAPI !== 'cli' && ! wp_doing_cron()) {
            Worker::run_elsewhere(Outbox::JOB);

            return;
        }
        // One that has just kept a process waiting in vain is tried by the worker alone, once in a minute.
        if (! $this->plugin->silences()->is_fresh(Mailer::SILENCE, MINUTE_IN_SECONDS)) {
            $this->send();
        }
    }

    /** Where the reader would notice how long it takes, it would tell whether an address is known: another process does it. */
    private function send_elsewhere(): void
    {
        if (AnswerFirst::send()) {
            $this->send();

            return;
        }
        Worker::run_elsewhere(Outbox::JOB);
    }

    private function send(): void
    {
        $this->plugin->module(SharedModule::class)->worker()->run(only: [Outbox::JOB]);
    }
}

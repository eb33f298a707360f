<?php

declare(strict_types=1);

namespace Counterfoil\Emails\Rest;

use Counterfoil\Emails\EmailExport;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\LetterRegistry;
use Counterfoil\Emails\MailLog;
use Counterfoil\Emails\MailSettings;
use Counterfoil\Emails\MailSettingsRepository;
use Counterfoil\Emails\ResendMail;
use Counterfoil\Emails\TryLetter;
use Counterfoil\Emails\UpdateMailSettings;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Request;

/** What mails say, what became of them, and trying them out. */
final readonly class EmailsController
{
    public function __construct(
        private MailSettingsRepository $settings,
        private LetterRegistry $letters,
        private UpdateMailSettings $update,
        private TryLetter $try,
        private MailLog $log,
        private EmailExport $export,
        private ResendMail $resend,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(): array
    {
        $settings = $this->settings->get();
        $kinds = $this->letters->kinds();

        return [
            'is_branded' => $settings->is_branded,
            'footer' => $settings->footer,
            'reply_to' => $settings->reply_to,
            'finance_email' => $settings->finance_email,
            'messages' => array_map(static fn (string $message, LetterKind $kind): array => self::message($message, $kind, $settings), array_keys($kinds), $kinds),
        ];
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $this->update->handle($request->body, $request->viewer->actor);

        return $this->get();
    }

    /** @return array<string, mixed> */
    public function preview(Request $request): array
    {
        return $this->try->preview($request->body, $request->viewer);
    }

    /** @return array<string, mixed> */
    public function test(Request $request): array
    {
        return ['sent_to' => $this->try->send($request->body, $request->viewer, (string) wp_get_current_user()->user_email)];
    }

    /** @return array<string, mixed> */
    public function list(Request $request): array
    {
        return $this->log->page($request->viewer, $request->per_page(), $request->query['cursor'] ?? null, $request->query['state'] ?? null, trim($request->query['search'] ?? ''));
    }

    public function export(Request $request): CsvFile
    {
        return $this->export->handle($request->viewer, $request->query['state'] ?? null, trim($request->query['search'] ?? ''));
    }

    /** @return array<string, mixed> */
    public function resend(Request $request): array
    {
        $this->resend->handle($request->id(), $request->viewer);

        return ['id' => $request->id()];
    }

    /** @return array<string, mixed> */
    private static function message(string $message, LetterKind $kind, MailSettings $settings): array
    {
        $texts = $settings->texts[$message] ?? [];

        return [
            'message' => $message,
            'label' => $kind->label,
            'when' => $kind->when,
            'is_optional' => $kind->is_optional,
            'is_on' => $settings->is_on($message),
            'placeholders' => array_map(
                static fn (string $name, string $sample): array => ['name' => $name, 'sample' => $sample],
                array_keys($kind->samples('')),
                $kind->samples(get_bloginfo('name'))
            ),
            'texts' => array_map(static fn (string $locale, array $text): array => ['locale' => $locale] + $text, array_keys($texts), $texts),
        ];
    }
}

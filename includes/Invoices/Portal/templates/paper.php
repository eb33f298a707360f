<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Invoices\Portal\InvoiceView $view */

defined('ABSPATH') || exit;

$paper = $view->paper;
$columns = array_filter(
    ['quantity' => $paper['columns']['quantity'], 'unit_price' => $paper['columns']['unit_price'], 'discount' => $paper['columns']['discount'], 'tax' => $paper['columns']['tax'], 'amount' => $paper['columns']['amount']],
    static fn (?string $label): bool => $label !== null
);
?>
<article class="cf-paper" lang="<?php echo Html::escape($paper['locale']); ?>" dir="<?php echo Html::escape($paper['direction']); ?>">
    <header class="cf-paper__head">
        <?php if ($paper['logo'] !== null) : ?>
            <img class="cf-paper__logo" src="<?php echo Html::escape("data:{$paper['logo']['mime']};base64,{$paper['logo']['data']}"); ?>" width="<?php echo Html::escape((string) $paper['logo']['width']); ?>" height="<?php echo Html::escape((string) $paper['logo']['height']); ?>" alt="<?php echo Html::escape($paper['seller']['name']); ?>">
        <?php endif; ?>
        <h2 class="cf-paper__title"><bdi><?php echo Html::escape($paper['title']); ?></bdi></h2>
        <dl class="cf-paper__facts">
            <?php foreach ($paper['facts'] as $fact) : ?>
                <div><dt><?php echo Html::escape($fact['label']); ?></dt><dd><bdi><?php echo Html::escape($fact['value']); ?></bdi></dd></div>
            <?php endforeach; ?>
        </dl>
    </header>
    <div class="cf-paper__parties">
        <?php foreach ([$paper['seller'], $paper['buyer']] as $party) : ?>
            <div>
                <p class="cf-label"><?php echo Html::escape($party['label']); ?></p>
                <p class="cf-strong"><bdi><?php echo Html::escape($party['name']); ?></bdi></p>
                <?php foreach ($party['lines'] as $line) : ?>
                    <p><bdi><?php echo Html::escape($line); ?></bdi></p>
                <?php endforeach; ?>
            </div>
        <?php endforeach; ?>
    </div>
    <?php if ($paper['message'] !== null) : ?>
        <p class="cf-paper__message" dir="auto"><?php echo Html::escape($paper['message']); ?></p>
    <?php endif; ?>
    <table class="cf-paper__lines">
        <thead>
            <tr>
                <th scope="col"><?php echo Html::escape($paper['columns']['description']); ?></th>
                <?php foreach ($columns as $label) : ?>
                    <th scope="col"><?php echo Html::escape($label); ?></th>
                <?php endforeach; ?>
            </tr>
        </thead>
        <tbody>
            <?php foreach ($paper['lines'] as $line) : ?>
                <tr>
                    <td class="cf-paper__description">
                        <bdi><?php echo Html::escape($line['description']); ?></bdi>
                        <?php if ($line['detail'] !== null) : ?>
                            <span class="cf-paper__detail"><bdi><?php echo Html::escape($line['detail']); ?></bdi></span>
                        <?php endif; ?>
                    </td>
                    <?php foreach ($columns as $column => $label) : ?>
                        <td class="is-<?php echo Html::escape($column); ?>" data-label="<?php echo Html::escape($label); ?>"><?php echo Html::escape((string) $line[$column]); ?></td>
                    <?php endforeach; ?>
                </tr>
            <?php endforeach; ?>
        </tbody>
    </table>
    <dl class="cf-paper__totals">
        <?php foreach ([...$paper['totals'], ...$view->settlement] as $total) : ?>
            <div class="<?php echo $total['strong'] ? 'cf-strong' : ''; ?>"><dt><?php echo Html::escape($total['label']); ?></dt><dd><?php echo Html::escape($total['value']); ?></dd></div>
        <?php endforeach; ?>
    </dl>
    <?php if ($view->transfer !== null) : ?>
        <div class="cf-paper__transfer">
            <p class="cf-strong"><?php echo Html::escape($view->transfer['label']); ?></p>
            <?php foreach ($view->transfer['lines'] as $line) : ?>
                <p><bdi><?php echo Html::escape($line); ?></bdi></p>
            <?php endforeach; ?>
        </div>
    <?php endif; ?>
    <?php foreach ($paper['notes'] as $note) : ?>
        <p class="cf-paper__note" dir="auto"><?php echo Html::escape($note); ?></p>
    <?php endforeach; ?>
    <?php if ($paper['footer'] !== null) : ?>
        <p class="cf-paper__footer" dir="auto"><?php echo Html::escape($paper['footer']); ?></p>
    <?php endif; ?>
</article>
<?php if ($view->files !== []) : ?>
    <section aria-labelledby="cf-files">
        <h2 class="cf-h2" id="cf-files"><?php esc_html_e('Attached files', 'counterfoil'); ?></h2>
        <ul class="cf-list">
            <?php foreach ($view->files as $file) : ?>
                <li class="cf-row cf-row--payment">
                    <span class="cf-row__number"><bdi><?php echo Html::escape($file['name']); ?></bdi></span>
                    <span class="cf-row__amount"><?php echo Html::escape($file['size']); ?></span>
                    <a class="cf-row__receipt" href="<?php echo esc_url($file['url']); ?>" download><?php esc_html_e('Download', 'counterfoil'); ?><span class="cf-hidden"> <?php echo Html::escape($file['name']); ?></span></a>
                </li>
            <?php endforeach; ?>
        </ul>
    </section>
<?php endif; ?>

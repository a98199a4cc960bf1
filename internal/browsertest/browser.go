package browsertest

import (
	"cmp"
	"context"
	"os"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Start starts a headless Chromium, which asks for nothing that a page does not
// ask for. Contexts that [chromedp.NewContext] makes of the result are its tabs.
// The environment variable CHROMIUM names the program, instead of chromium.
func Start(ctx context.Context) (browser context.Context, stop context.CancelFunc, err error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(cmp.Or(os.Getenv("CHROMIUM"), "chromium")),
		chromedp.NoSandbox,
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.WSURLReadTimeout(2*time.Minute), // the machine may be busy
	)
	ctx, release := chromedp.NewExecAllocator(ctx, options...)
	browser, leave := chromedp.NewContext(ctx)
	stop = func() {
		leave()
		release()
	}
	if err := chromedp.Do(browser); err != nil {
		stop()
		return nil, nil, err
	}
	return browser, stop, nil
}

// A View is how a page is looked at.
type View struct {
	Width, Height int64
	Dark          bool
}

// Set makes a tab show pages in this view. A narrow one is a phone's.
func (v View) Set() chromedp.Action[chromedp.Void] {
	var options []chromedp.EmulateViewportOption
	if v.Width < 600 {
		options = append(options, chromedp.EmulateMobile, chromedp.EmulateTouch)
	}
	scheme := "light"
	if v.Dark {
		scheme = "dark"
	}
	return chromedp.Steps(chromedp.EmulateViewport(v.Width, v.Height, options...),
		chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
				Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
			})
			return err
		}))
}

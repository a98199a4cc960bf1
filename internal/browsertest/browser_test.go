package browsertest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"testing"
	"time"
)

// A browser is a headless Chromium with one page, driven through a pipe.
type browser struct {
	*testing.T
	to      *os.File
	from    *bufio.Reader
	session string
	number  int
}

// open starts a browser, which ends with the test.
func open(t *testing.T) *browser {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed, and not tried")
	}
	readCommands, commands, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	answers, writeAnswers, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	profile, err := os.MkdirTemp("", "browsertest")
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(context.Background(), program, "--headless", "--no-sandbox", "--disable-gpu",
		"--remote-debugging-pipe",
		"--user-data-dir="+profile, "--no-first-run", "about:blank")
	c.ExtraFiles = []*os.File{readCommands, writeAnswers} // 3 and 4, as it wants them
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	readCommands.Close()
	writeAnswers.Close()
	b := &browser{T: t, to: commands, from: bufio.NewReader(answers)}
	t.Cleanup(func() {
		b.session = ""
		b.send("Browser.close", nil)
		stop := time.AfterFunc(10*time.Second, func() { _ = c.Process.Kill() })
		_ = c.Wait()
		stop.Stop()
		_ = os.RemoveAll(profile) // what it left of itself may still write there
	})
	var target struct{ TargetID string }
	b.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var session struct{ SessionID string }
	b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &session)
	b.session = session.SessionID
	b.call("Page.enable", nil, nil)
	b.call("Log.enable", nil, nil)
	return b
}

type message struct {
	ID     int
	Method string
	Result json.RawMessage
	Params json.RawMessage
	Error  *struct{ Message string }
}

func (b *browser) send(method string, params any) int {
	b.number++
	if params == nil {
		params = struct{}{}
	}
	m := map[string]any{"id": b.number, "method": method, "params": params}
	if b.session != "" {
		m["sessionId"] = b.session
	}
	data, err := json.Marshal(m)
	if err != nil {
		b.Error(err)
	}
	if _, err := b.to.Write(append(data, 0)); err != nil {
		b.Error(err)
	}
	return b.number
}

// next returns the next message. What the browser logs, such as what a policy
// refused, fails the test. Answers that are not 200 do not.
func (b *browser) next() message {
	b.Helper()
	data, err := b.from.ReadBytes(0)
	if err != nil {
		b.Fatal(err)
	}
	var m message
	if err := json.Unmarshal(data[:len(data)-1], &m); err != nil {
		b.Fatal(err)
	}
	if m.Method == "Log.entryAdded" && !bytes.Contains(m.Params, []byte(`"source":"network"`)) {
		b.Errorf("the browser says: %s", m.Params)
	}
	return m
}

func (b *browser) call(method string, params, result any) {
	b.Helper()
	id := b.send(method, params)
	for {
		m := b.next()
		switch {
		case m.ID != id:
		case m.Error != nil:
			b.Fatalf("%s: %s", method, m.Error.Message)
		case result != nil:
			if err := json.Unmarshal(m.Result, result); err != nil {
				b.Fatal(err)
			}
			return
		default:
			return
		}
	}
}

// loaded waits until a page has loaded.
func (b *browser) loaded() {
	b.Helper()
	for b.next().Method != "Page.loadEventFired" {
	}
}

func (b *browser) visit(address string) {
	b.Helper()
	b.send("Page.navigate", map[string]any{"url": address})
	b.loaded()
}

// eval returns what an expression is on the page.
func (b *browser) eval(expression string) any {
	b.Helper()
	var r struct {
		Result           struct{ Value any }
		ExceptionDetails any
	}
	b.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true}, &r)
	if r.ExceptionDetails != nil {
		b.Fatalf("%s: %v", expression, r.ExceptionDetails)
	}
	return r.Result.Value
}

func (b *browser) check(expression string, want any) {
	b.Helper()
	if got := b.eval(expression); got != want {
		b.Errorf("%s is %v, want %v", expression, got, want)
	}
}

// width makes the page as wide as a screen.
func (b *browser) width(pixels int) {
	b.Helper()
	b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": pixels, "height": 800,
		"deviceScaleFactor": 1, "mobile": pixels < 600}, nil)
}

// press presses a key.
func (b *browser) press(key string, code int) {
	b.Helper()
	text := map[string]string{"Enter": "\r"}[key]
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyDown", "key": key, "code": key,
		"windowsVirtualKeyCode": code, "text": text}, nil)
	b.send("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "code": key,
		"windowsVirtualKeyCode": code})
}

// write types words where the focus is.
func (b *browser) write(words string) {
	b.Helper()
	b.call("Input.insertText", map[string]any{"text": words}, nil)
}

const (
	keyTab   = 9
	keyEnter = 13
)

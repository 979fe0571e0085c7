"""LibreOffice as the judge of tracked changes: it accepts or rejects all of them and saves the document."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

ACCEPT, REJECT = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges"
KEEP = ""
SECONDS = 240
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Resolve(listed As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName" : saved(0).Value = "MS Word 2007 XML"
  Dim parts, job As String, number As Integer
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  number = FreeFile
  Open listed For Input As #number
  Do While Not Eof(number)
    Line Input #number, job
    If Len(job) &gt; 0 Then
      parts = Split(job, "|")
      document = StarDesktop.loadComponentFromURL(parts(0), "_blank", 0, hidden())
      If Len(parts(2)) &gt; 0 Then
        dispatcher.executeDispatch(document.CurrentController.Frame, parts(2), "", 0, Array())
      End If
      document.storeToURL(parts(1), saved())
      document.close(True)
    End If
  Loop
  Close #number
  StarDesktop.terminate()
End Sub
</script:module>
"""


def resolve(program: str, jobs: Sequence[tuple[Path, Path, str]], folder: Path) -> None:
    """Does each job (document, target, command) in one run of LibreOffice, in a profile of its own."""
    listed = folder / "jobs.txt"
    lines = [f"{source.as_uri()}|{target.as_uri()}|{command}" for source, target, command in jobs]
    listed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    profile = folder / "profile"
    _run(program, profile, "--terminate_after_init")  # a new profile brings an empty module of that name
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(_MODULE, encoding="utf-8")
    _run(program, profile, f'macro:///Standard.Module1.Resolve("{listed}")')
    missing = [target.name for _, target, _ in jobs if not target.is_file()]
    assert missing == [], "LibreOffice did not write these"


def _run(program: str, profile: Path, task: str) -> None:
    """Runs LibreOffice in a group of its own, which is ended with it."""
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", task]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as child:
        try:
            child.wait(timeout=SECONDS)
        finally:
            if os.name == "posix":
                with suppress(ProcessLookupError):
                    os.killpg(child.pid, signal.SIGKILL)
